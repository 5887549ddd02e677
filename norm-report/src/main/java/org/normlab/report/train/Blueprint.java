package org.normlab.report.train;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.data.Symbols;
import org.normlab.report.net.Activation;
import org.normlab.report.net.Encoder;
import org.normlab.report.net.Initialization;
import org.normlab.report.net.Network;
import org.normlab.report.net.Networks;
import org.normlab.report.net.Placement;
import org.normlab.report.net.Recipe;
import org.normlab.report.text.Numbers;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.variants.Variants;

/**
 * From the words of a trial to a network.
 *
 * @param trial the words
 * @param material the data that it is for
 * @param variants where norms are found by name
 */
record Blueprint(Trial trial, Material material, Variants variants) {
    /** The network of attention over sequences. */
    static final String TRANSFORMER = "transformer";

    /** The kinds of network, in the order of lists. */
    static final List<String> NETWORKS = Stream.concat(
                    Stream.concat(Stream.of("mlp", "resmlp", "cnn"), RecurrentBlueprint.NETWORKS.stream()),
                    Stream.of(TRANSFORMER))
            .toList();

    /** Groups of group normalization unless a trial names them: small layers have few channels. */
    private static final int GROUPS = 8;

    Network network() {
        Shape input = material.input();
        int classes = material.classes();
        if (RecurrentBlueprint.isFor(trial)) {
            return Networks.readOut(input, new RecurrentBlueprint(trial, material).layer(start()), classes, recipe());
        }
        if (trial.get(Fields.NETWORK).equals(TRANSFORMER)) {
            return Networks.transformer(input, encoder(), classes, recipe());
        }
        if (!input.has('C')) {
            throw NormException.about(Kind.SHAPE, trial.get(Fields.NETWORK), "data", trial.get(Fields.DATA))
                    .because("are sequences of different lengths", "use rnn, lstm, gru or transformer");
        }
        return switch (trial.get(Fields.NETWORK)) {
            case "mlp" -> Networks.mlp(input, layers(3, 100), classes, recipe());
            case "resmlp" -> Networks.residualMlp(input, layers(4, 64), classes, recipe());
            case "cnn" -> Networks.cnn(input, doubling(layers(2, 16)), classes, recipe());
            default ->
                throw NormException.about(Kind.OPTION, "trial", Fields.NETWORK.name(), trial.get(Fields.NETWORK))
                        .because("is no network", "use one of " + String.join(", ", NETWORKS));
        };
    }

    /** One block, whose dense layers widen by two. */
    private Encoder encoder() {
        if (trial.get(Fields.DEPTH) > 1) {
            throw NormException.about(Kind.OPTION, TRANSFORMER, Fields.DEPTH.name(), trial.get(Fields.DEPTH))
                    .because("is more than its one block", "use 1");
        }
        int inputs = material.dataset().examples() instanceof Symbols symbols
                ? symbols.alphabet()
                : material.input().channels();
        int width = or(Fields.WIDTH, 32);
        return new Encoder(inputs, width, 2, 2 * width);
    }

    /** As many equal widths as there are hidden layers. */
    private List<Integer> layers(int depth, int width) {
        return Collections.nCopies(or(Fields.DEPTH, depth), or(Fields.WIDTH, width));
    }

    private int or(Field<Integer> field, int standard) {
        int named = trial.get(field);
        return named == 0 ? standard : named;
    }

    private static List<Integer> doubling(List<Integer> widths) {
        return IntStream.range(0, widths.size())
                .mapToObj(i -> widths.get(i) << i)
                .toList();
    }

    private Recipe recipe() {
        return new Recipe(
                this::normalizer,
                trial.get(Fields.PLACEMENT).equals("before") ? Placement.BEFORE_ACTIVATION : Placement.AFTER_ACTIVATION,
                Activation.valueOf(trial.get(Fields.ACTIVATION).toUpperCase(Locale.ROOT)),
                new Recipe.Drop(
                        trial.get(Fields.DROPOUT),
                        Recipe.Drop.Place.valueOf(
                                trial.get(Fields.DROPOUT_PLACEMENT).toUpperCase(Locale.ROOT))),
                start());
    }

    private Recipe.Start start() {
        return new Recipe.Start(initialization(), trial.get(Fields.WEIGHT_GAIN), material.streams(), precision());
    }

    private Initialization initialization() {
        boolean saturates = List.of("tanh", "sigmoid").contains(trial.get(Fields.ACTIVATION));
        if (trial.get(Fields.INITIALIZATION).equals("he")) {
            return saturates ? Initialization.GLOROT : Initialization.HE;
        }
        return Initialization.STANDARD;
    }

    private Tensor precision() {
        Shape one = Shape.of("C", 1);
        return trial.get(Fields.PRECISION).equals("float64")
                ? Tensor.of(one, new double[1])
                : Tensor.of(one, new float[1]);
    }

    private Normalizer normalizer(Shape input) {
        String name = trial.get(Fields.NORM);
        if (RecurrentBlueprint.NORMS.contains(name)) {
            throw NormException.about(Kind.OPTION, trial.get(Fields.NETWORK), Fields.NORM.name(), name)
                    .because("normalizes the steps of recurrent networks alone", "use it with rnn, lstm or gru");
        }
        Map<String, String> options = new TreeMap<>();
        trial.get(Fields.NORM_OPTIONS).forEach((key, value) -> options.put(key, Numbers.exact(value)));
        List<String> known = variants.get(name).description().options();
        if (known.contains("groups") && !options.containsKey("group-size")) {
            options.putIfAbsent("groups", Integer.toString(groups(input.channels())));
        }
        if (known.contains("rule")) {
            options.put("rule", trial.get(Fields.RUNNING_RULE));
        }
        return variants.create(name, input, options);
    }

    private static int groups(int channels) {
        int groups = Math.min(GROUPS, channels);
        while (channels % groups != 0) {
            groups--;
        }
        return groups;
    }
}
