package org.normlab.report.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How one random order of the examples becomes a training, a validation and a test part. */
sealed interface SplitRule {
    /** 60 % to train, 20 % to tune, 20 % to judge. */
    SplitRule REDRAW = new Stratified(60, 80, Integer.MAX_VALUE);

    Split split(Labels labels, int[] order);

    /** Training and validation are redrawn from the first examples, 80 to 20; those from {@code firstTest} on are the test part. */
    static SplitRule officialTest(int firstTest) {
        return new Stratified(80, 100, firstTest);
    }

    /**
     * Every class by itself is cut at two shares; examples from {@code firstTest} on are always test.
     *
     * @param trainEnd percentage where the training part ends
     * @param validationEnd percentage where the validation part ends
     * @param firstTest the first example of the official test part
     */
    record Stratified(int trainEnd, int validationEnd, int firstTest) implements SplitRule {
        @Override
        public Split split(Labels labels, int[] order) {
            int[][] byClass = IntStream.range(0, labels.classCount())
                    .mapToObj(c -> Arrays.stream(order)
                            .filter(i -> i < firstTest && labels.of(i) == c)
                            .toArray())
                    .toArray(int[][]::new);
            int[] official = Arrays.stream(order).filter(i -> i >= firstTest).toArray();
            return Parts.of(byClass, trainEnd, validationEnd).split(official);
        }

        @Override
        public String toString() {
            String shares = trainEnd + "/" + (validationEnd - trainEnd);
            return firstTest < Integer.MAX_VALUE
                    ? shares + " stratified by class, test = examples from " + firstTest + " on"
                    : shares + "/" + (100 - validationEnd) + " stratified by class";
        }
    }

    /**
     * All examples of one group stay together: 70 % of the groups to train, 10 % to tune, 20 % to judge.
     *
     * @param groups the group of each example, from 0 on; not to be modified
     */
    record Grouped(int[] groups) implements SplitRule {
        @Override
        public Split split(Labels labels, int[] order) {
            int[] drawn = Arrays.stream(order).map(i -> groups[i]).distinct().toArray();
            int[] rank = new int[drawn.length];
            for (int place = 0; place < drawn.length; place++) {
                rank[drawn[place]] = place;
            }
            int trainEnd = Parts.share(drawn.length, 70);
            int validationEnd = Parts.share(drawn.length, 80);
            return new Split(
                    members(rank, 0, trainEnd),
                    members(rank, trainEnd, validationEnd),
                    members(rank, validationEnd, drawn.length));
        }

        private int[] members(int[] rank, int from, int to) {
            return IntStream.range(0, groups.length)
                    .filter(i -> rank[groups[i]] >= from && rank[groups[i]] < to)
                    .toArray();
        }

        @Override
        public String toString() {
            return "70/10/20 by group, no group in two parts";
        }
    }

    /**
     * Another rule whose training part is thinned, classes in turn.
     *
     * @param rule the rule
     * @param examples how many training examples are kept at most
     */
    record Limited(SplitRule rule, int examples) implements SplitRule {
        @Override
        public Split split(Labels labels, int[] order) {
            Split whole = rule.split(labels, order);
            boolean[] train = new boolean[order.length];
            Arrays.stream(whole.train()).forEach(i -> train[i] = true);
            List<List<Integer>> byClass = new ArrayList<>();
            IntStream.range(0, labels.classCount()).forEach(c -> byClass.add(new ArrayList<>()));
            Arrays.stream(order)
                    .filter(i -> train[i])
                    .forEach(i -> byClass.get(labels.of(i)).add(i));
            int longest = byClass.stream().mapToInt(List::size).max().orElse(0);
            int[] kept = IntStream.range(0, longest)
                    .boxed()
                    .flatMap(turn ->
                            byClass.stream().filter(c -> turn < c.size()).map(c -> c.get(turn)))
                    .mapToInt(Integer::intValue)
                    .limit(examples)
                    .sorted()
                    .toArray();
            return new Split(kept, whole.validation(), whole.test());
        }

        @Override
        public String toString() {
            return rule + ", at most " + examples + " to train, classes in turn";
        }
    }
}
