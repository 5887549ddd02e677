package org.normlab.report.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.report.stats.verdict.Looks;
import org.normlab.report.study.Axis;
import org.normlab.report.study.Grid;
import org.normlab.report.study.Rates;
import org.normlab.report.study.Replicates;
import org.normlab.report.study.Study;
import org.normlab.report.text.Sha256;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Trial;

/**
 * What is compared: every norm in every network at every batch size.
 *
 * @param tier how much is run
 * @param networks kinds of network
 * @param norms names of normalizers; {@code none} is the control
 * @param batchSizes samples in one step
 * @param replicates paired repetitions of each arm
 * @param source data set and root seed
 */
public record Question(
        Tier tier, List<String> networks, List<String> norms, List<Integer> batchSizes, int replicates, Source source) {
    private static final int DIGITS = 12;

    /**
     * Where the trials draw from.
     *
     * @param data name of the data set
     * @param seed root of all random streams
     */
    public record Source(String data, long seed) {}

    /**
     * Copies the lists.
     *
     * @param tier how much is run
     * @param networks kinds of network
     * @param norms names of normalizers; {@code none} is the control
     * @param batchSizes samples in one step
     * @param replicates paired repetitions of each arm
     * @param source data set and root seed
     */
    public Question {
        networks = List.copyOf(networks);
        norms = List.copyOf(norms);
        batchSizes = List.copyOf(batchSizes);
    }

    /**
     * The same question with more or fewer repetitions.
     *
     * @param count paired repetitions of each arm
     * @return a copy
     */
    public Question withReplicates(int count) {
        return new Question(tier, networks, norms, batchSizes, count, source);
    }

    /**
     * How many repetitions may be judged. Whoever looks more often will find differences that are not there.
     *
     * @return those of the first and of the second look, which is the last; none in a tier that gives no verdict
     */
    public List<Integer> looks() {
        return tier.judges() ? List.of(Looks.firstLook(parts()), Looks.secondLook(parts())) : List.of();
    }

    /** Verdicts that are asked for, those on arms that will turn out not to run as well. */
    private int parts() {
        return batchSizes.size() * networks.stream().mapToInt(this::rivals).sum();
    }

    private int rivals(String network) {
        return norms.contains(Family.of(network).baseline()) ? norms.size() - 1 : 0;
    }

    /**
     * The study that answers it. Its name comes from its definition, so that one store keeps the answers to many questions; trials
     * that two of them share are run once.
     *
     * @return a grid of networks, batch sizes and norms, each with a tuned learning rate
     */
    public Study study() {
        Trial base = Trial.standard()
                .with(Fields.DATA, source.data())
                .with(Fields.ROOT_SEED, source.seed())
                .with(Fields.EVALUATIONS, Gap.EVALUATIONS);
        Grid grid = new Grid(
                base,
                List.of(
                        new Axis(
                                Fields.NETWORK,
                                networks.stream().map(this::network).toList()),
                        axis(Fields.BATCH_SIZE, batchSizes),
                        axis(Fields.NORM, norms)));
        Replicates repeated = new Replicates(tier.tuning(), tier.phase(), replicates);
        return named(new Study("compare", baseline(), grid, new Rates(tier.rates(networks)), repeated));
    }

    private static Study named(Study study) {
        String digest = Sha256.hex(Text.of(study.definition())).substring(0, DIGITS);
        return new Study(
                study.name() + "-" + digest, study.baseline(), study.grid(), study.rates(), study.replicates());
    }

    private String baseline() {
        return Family.of(networks.isEmpty() ? "" : networks.get(0)).baseline();
    }

    private SortedMap<String, String> network(String name) {
        Tier.Budget budget = tier.budget(name);
        SortedMap<String, String> choice = new TreeMap<>();
        choice.put(Fields.NETWORK.name(), name);
        choice.put(Fields.WIDTH.name(), Fields.WIDTH.write(tier.width(name)));
        choice.put(Fields.SAMPLES.name(), Fields.SAMPLES.write(budget.samples()));
        choice.put(Fields.POINTS.name(), Fields.POINTS.write(budget.points()));
        choice.put(Fields.CLIP.name(), Fields.CLIP.write(budget.clip()));
        return choice;
    }

    private static <T> Axis axis(Field<T> field, List<T> values) {
        return new Axis(
                field,
                values.stream().map(value -> choice(field, field.write(value))).toList());
    }

    private static SortedMap<String, String> choice(Field<?> field, String text) {
        return new TreeMap<>(Map.of(field.name(), text));
    }
}
