package org.normlab.report.trial;

import static org.normlab.report.trial.FieldType.count;
import static org.normlab.report.trial.FieldType.list;
import static org.normlab.report.trial.FieldType.matching;
import static org.normlab.report.trial.FieldType.oneOf;
import static org.normlab.report.trial.FieldType.options;
import static org.normlab.report.trial.FieldType.real;
import static org.normlab.report.trial.FieldType.seed;
import static org.normlab.report.trial.FieldType.text;
import static org.normlab.report.trial.FieldType.words;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Every field of a trial, in the order of tables. This is the one place that names them: study files, canonical text and
 * columns follow from it.
 */
public final class Fields {
    private static final Map<String, Field<?>> ALL = new LinkedHashMap<>();

    /** Kind of network: {@code mlp, resmlp, cnn, rnn, lstm, gru, transformer}. */
    public static final Field<String> NETWORK = field("network", text(), "mlp");

    /** Hidden layers; 0 means as many as the kind of network has by definition. */
    public static final Field<Integer> DEPTH = field("depth", count(0), 0);

    /** Units of a hidden layer, or channels of the first convolution; 0 means the definition's. */
    public static final Field<Integer> WIDTH = field("width", count(0), 0);

    /** Nonlinearity after each hidden layer. */
    public static final Field<String> ACTIVATION =
            field("activation", oneOf("relu", "tanh", "sigmoid", "identity"), "relu");

    /** Rule of the initial weights; {@code standard} is the network's, {@code he} is the careful one for nets without norm. */
    public static final Field<String> INITIALIZATION = field("initialization", oneOf("standard", "he"), "standard");

    /** Factor on the initial weights. */
    public static final Field<Double> WEIGHT_GAIN = field("weight_gain", real("a positive number", x -> x > 0), 1.0);

    /** Share of hidden units that training drops. */
    public static final Field<Double> DROPOUT =
            field("dropout", real("a number from 0 to below 1", x -> x >= 0 && x < 1), 0.0);

    /** Where dropout stands: after every hidden layer, or after the last only. */
    public static final Field<String> DROPOUT_PLACEMENT = field("dropout_placement", oneOf("every", "last"), "every");

    /** Name of the normalizer, as in the catalogue of variants; {@code none} is the control. */
    public static final Field<String> NORM = field("norm", text(), "batch");

    /** Numbers that the normalizer takes, such as {@code groups}, {@code eps}, {@code gamma}. */
    public static final Field<SortedMap<String, Double>> NORM_OPTIONS =
            field("norm_options", options(), Collections.emptySortedMap());

    /** Whether the norm stands before or after the activation; for a transformer, pre or post. */
    public static final Field<String> PLACEMENT = field("placement", oneOf("before", "after"), "before");

    /** Which of the published definitions a layer-normalized LSTM follows; {@code standard} is the paper's. */
    public static final Field<String> DEFINITION =
            field("definition", oneOf("standard", "paper", "carried", "joint"), "standard");

    /** How running moments take in a batch: the name of a running rule. */
    public static final Field<String> RUNNING_RULE = field("running_rule", text(), "torch");

    /** Name of the data set. */
    public static final Field<String> DATA = field("data", text(), "digits");

    /** Training examples that are used; 0 means all. */
    public static final Field<Integer> TRAIN_EXAMPLES = field("train_examples", count(0), 0);

    /** Order of the training examples; {@code sorted} makes batches of few classes. */
    public static final Field<String> ORDER = field("order", oneOf("shuffled", "sorted"), "shuffled");

    /** Factor on the scaled inputs. */
    public static final Field<Double> INPUT_SCALE = field("input_scale", real("a positive number", x -> x > 0), 1.0);

    /** Samples in one step of the optimizer. */
    public static final Field<Integer> BATCH_SIZE = field("batch_size", count(1), 32);

    /** Samples that one batch statistic is computed over: 0, the whole batch. What normalizes over fewer is a norm, {@code ghost-batch}. */
    public static final Field<Integer> STATISTICS_BATCH =
            field("statistics_batch", count(0).only(0, "0, and the norm ghost-batch for fewer samples a statistic"), 0);

    /** Samples seen in the whole training. */
    public static final Field<Integer> SAMPLES = field("samples", count(1), 32_768);

    /** Rule of the update. */
    public static final Field<String> OPTIMIZER = field("optimizer", oneOf("sgd", "adam", "rmsprop"), "sgd");

    /** Step size at the start. */
    public static final Field<Double> LEARNING_RATE =
            field("learning_rate", real("a positive number", x -> x > 0), 0.0625);

    /** Weight of the past update in SGD, or of the past square in RMSProp; Adam has its own. */
    public static final Field<Double> MOMENTUM =
            field("momentum", real("a number from 0 to below 1", x -> x >= 0 && x < 1), 0.9);

    /** Step size over time: constant, or constant and then linear to 0 over the last quarter. */
    public static final Field<String> SCHEDULE = field("schedule", oneOf("constant", "decay"), "decay");

    /** Weight decay of all parameters but those of norms and biases. */
    public static final Field<Double> WEIGHT_DECAY =
            field("weight_decay", real("a number from 0 on", x -> x >= 0), 0.0);

    /** Largest global norm of the gradient; 0 means that it is not clipped. */
    public static final Field<Double> CLIP = field("clip", real("a number from 0 on", x -> x >= 0), 0.0);

    /** Element type of activations and parameters. */
    public static final Field<String> PRECISION = field("precision", oneOf("float32", "float64"), "float32");

    /** Ways the trained network is evaluated, first the one that counts: {@code running}, {@code precise}, {@code batch}, {@code batch-8}. */
    public static final Field<List<String>> EVALUATIONS = field(
            "evaluations",
            words("running|precise|batch(-[1-9][0-9]{0,6})?", "a list of running, precise, batch or batch-N"),
            List.of("running"));

    /** Points of each learning curve, evenly spaced over the budget. */
    public static final Field<Integer> POINTS = field("points", count(0), 40);

    /** Further quantities to measure: none. */
    public static final Field<List<String>> PROBES =
            field("probes", list("an empty list: there are no probes", List::isEmpty), List.of());

    /** Root of all random streams. */
    public static final Field<Long> ROOT_SEED = field("root_seed", seed(), 1L);

    /** Which repetition: a phase and a number, such as {@code verdict-3}. Phases never share random draws. */
    public static final Field<String> REPLICATE = field(
            "replicate", matching("[a-z]+-(0|[1-9][0-9]{0,8})", "a phase and a number, such as verdict-3"), "quick-0");

    private Fields() {}

    /**
     * All fields.
     *
     * @return in the order of tables
     */
    public static List<Field<?>> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The field of a name.
     *
     * @param name in snake case
     * @return the field, or empty if there is none
     */
    public static Optional<Field<?>> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static <T> Field<T> field(String name, FieldType<T> type, T standard) {
        Field<T> field = new Field<>(name, type, standard);
        ALL.put(name, field);
        return field;
    }
}
