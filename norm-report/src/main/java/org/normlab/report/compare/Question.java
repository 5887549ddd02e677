package org.normlab.report.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.report.study.Axis;
import org.normlab.report.study.Grid;
import org.normlab.report.study.Rates;
import org.normlab.report.study.Replicates;
import org.normlab.report.study.Study;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
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
     * The study that answers it.
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
        return new Study("compare", baseline(), grid, new Rates(tier.rates(networks)), repeated);
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
