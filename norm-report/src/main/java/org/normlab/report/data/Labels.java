package org.normlab.report.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class of each example: a number from 0 on, and a name for each number. Immutable. */
public final class Labels {
    static final int MAX_NUMBER = 999_999_999;

    private static final int MAX_DIGITS = 9;

    private final int[] classes;
    private final List<String> names;

    Labels(int[] classes, List<String> names) {
        this.classes = classes;
        this.names = List.copyOf(names);
    }

    /** Classes from texts: numbers in numeric order if all texts are whole numbers, else in the order of UTF-16. */
    static Labels ofTexts(Collection<String> texts) {
        boolean numbers = texts.stream().allMatch(text -> text.matches("-?[0-9]{1," + MAX_DIGITS + "}"));
        Comparator<String> order = numbers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
        List<String> names = texts.stream().distinct().sorted(order).toList();
        Map<String, Integer> index = new LinkedHashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        return new Labels(texts.stream().mapToInt(index::get).toArray(), names);
    }

    /** The same classes under other names. */
    Labels named(List<String> others) {
        return new Labels(classes, others);
    }

    /**
     * The class of one example.
     *
     * @param example 0 to count−1
     * @return its class, 0 to classCount−1
     */
    public int of(int example) {
        return classes[example];
    }

    /**
     * The number of examples.
     *
     * @return how many
     */
    public int count() {
        return classes.length;
    }

    /**
     * The number of classes.
     *
     * @return how many
     */
    public int classCount() {
        return names.size();
    }

    /**
     * The names of the classes.
     *
     * @return one name a class, in the order of their numbers
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many examples each class has.
     *
     * @return one count a class
     */
    public int[] classSizes() {
        int[] sizes = new int[names.size()];
        for (int each : classes) {
            sizes[each]++;
        }
        return sizes;
    }

    /**
     * All classes.
     *
     * @return a copy, one class an example
     */
    public int[] toArray() {
        return classes.clone();
    }
}
