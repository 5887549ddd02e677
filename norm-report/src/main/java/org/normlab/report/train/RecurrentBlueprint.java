package org.normlab.report.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.normlab.core.NormException;
import org.normlab.core.RunningRule;
import org.normlab.report.data.Symbols;
import org.normlab.report.net.Recipe;
import org.normlab.report.net.recurrent.Kind;
import org.normlab.report.net.recurrent.Recurrence;
import org.normlab.report.net.recurrent.RecurrentLayer;
import org.normlab.report.net.recurrent.RecurrentNorm;
import org.normlab.report.net.recurrent.RecurrentNorm.Batch.Statistics;
import org.normlab.report.net.recurrent.RecurrentNorm.PerExample.Base;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.variants.recurrent.LayerLstmNorm.Definition;

/**
 * From the words of a trial to a recurrent layer.
 *
 * @param trial the words
 * @param material the data that it is for
 */
record RecurrentBlueprint(Trial trial, Material material) {
    /** Norms that only recurrent layers have. */
    static final List<String> NORMS = List.of("batch-input", "batch-shared", "batch-step");

    /** The kinds of recurrent network, in the order of lists. */
    static final List<String> NETWORKS = List.of("rnn", "lstm", "gru");

    private static final Map<String, List<String>> OPTIONS =
            Map.of("none", List.of(), "layer", List.of("eps"), "rms", List.of("eps"));

    /** What these norms take. */
    static final List<String> BATCH_OPTIONS = List.of("eps", "gamma", "running-weight");
    /** Units of a layer, and of one over long sequences. */
    private static final int UNITS = 64;

    private static final int MANY_UNITS = 100;
    private static final int LONG = 28;
    /** Standard deviation of the first state in training, so that no statistic is over equal values. */
    private static final double NOISE = 0.1;
    /** What gamma starts at where a saturating nonlinearity follows at every step (Cooijmans et al. 2017). */
    private static final double SMALL = 0.1;

    private static final double EPS = 1e-5;

    static boolean isFor(Trial trial) {
        return NETWORKS.contains(trial.get(Fields.NETWORK));
    }

    private Kind kind() {
        return Kind.valueOf(trial.get(Fields.NETWORK).toUpperCase(Locale.ROOT));
    }

    Recurrence layer(Recipe.Start start) {
        if (trial.get(Fields.DEPTH) > 1) {
            throw refuse(Fields.DEPTH, "is more than the one layer of a recurrent network", "use 1");
        }
        int longest = IntStream.of(material.parts().train().lengths()).max().orElse(1);
        int units = trial.get(Fields.WIDTH);
        if (units == 0) {
            units = longest >= LONG && material.input().has('C') ? MANY_UNITS : UNITS;
        }
        RecurrentLayer layer = new RecurrentLayer(kind(), units, norm(), longest, NOISE, start);
        return material.dataset().examples() instanceof Symbols symbols
                ? Recurrence.ofSymbols(layer, symbols.alphabet())
                : Recurrence.ofNumbers(layer, material.input().channels());
    }

    /** What a report calls the layer's norm. */
    String label() {
        return norm().label(kind());
    }

    private RecurrentNorm norm() {
        RecurrentNorm norm = switch (trial.get(Fields.NORM)) {
            case "none" -> new RecurrentNorm.None();
            case "layer" -> new RecurrentNorm.PerExample(Base.LN, definition(), option("eps", EPS));
            case "rms" -> new RecurrentNorm.PerExample(Base.RMS, definition(), option("eps", EPS));
            case "batch-input" -> batch(Statistics.INPUT, 1);
            case "batch-shared" -> batch(Statistics.SHARED, SMALL);
            case "batch-step" -> batch(Statistics.STEP, SMALL);
            case "batch" ->
                throw refuse(
                        Fields.NORM, "has no single meaning over time", "use batch-input, batch-shared or batch-step");
            default ->
                throw refuse(
                        Fields.NORM,
                        "is not defined for recurrent networks",
                        "use none, layer, rms or " + String.join(", ", NORMS));
        };
        checkOptions();
        return norm;
    }

    private void checkOptions() {
        String name = trial.get(Fields.NORM);
        List<String> known = OPTIONS.getOrDefault(name, BATCH_OPTIONS);
        if (!known.containsAll(trial.get(Fields.NORM_OPTIONS).keySet())) {
            throw refuse(
                    Fields.NORM_OPTIONS,
                    "are not all options of " + name + " in a cell",
                    known.isEmpty() ? "it has none" : "use " + String.join(", ", known));
        }
    }

    private RecurrentNorm batch(Statistics statistics, double gamma) {
        String name = trial.get(Fields.RUNNING_RULE);
        RunningRule rule = RunningRule.all().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> refuse(Fields.RUNNING_RULE, "is no running rule", "see `norm list rules`"));
        rule = rule.weightOfNewBatch(option("running-weight", rule.weightOfNewBatch()));
        return new RecurrentNorm.Batch(statistics, option("gamma", gamma), option("eps", EPS), rule);
    }

    private Definition definition() {
        return switch (trial.get(Fields.DEFINITION)) {
            case "carried" -> Definition.CARRIED;
            case "joint" -> Definition.JOINT;
            default -> Definition.PAPER;
        };
    }

    private double option(String name, double standard) {
        return trial.get(Fields.NORM_OPTIONS).getOrDefault(name, standard);
    }

    private NormException refuse(Field<?> field, String problem, String fix) {
        return NormException.about(NormException.Kind.OPTION, trial.get(Fields.NETWORK), field.name(), trial.get(field))
                .because(problem, fix);
    }
}
