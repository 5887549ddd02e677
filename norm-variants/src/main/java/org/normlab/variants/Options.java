package org.normlab.variants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * What a normalizer is made from: the shape of its input, and options by key.
 *
 * <p>There is no option {@code momentum}: frameworks use the word for two opposite weights.
 */
public final class Options {
    private final String variant;
    private final Shape input;
    private final Map<String, String> values;

    private Options(String variant, Shape input, Map<String, String> values) {
        this.variant = variant;
        this.input = input;
        this.values = values;
    }

    /**
     * Checks the keys.
     *
     * @param variant whose options they are
     * @param input the shape of the input
     * @param values the options by key
     * @return the options
     * @throws NormException OPTION if the variant does not know a key, or {@code parameters} names no element type
     */
    public static Options of(Description variant, Shape input, Map<String, String> values) {
        for (Map.Entry<String, String> option : values.entrySet()) {
            String key = option.getKey();
            if (key.equals("momentum")) {
                throw NormException.about(Kind.OPTION, variant.id(), key, option.getValue())
                        .because(
                                "weighs the new value in PyTorch and the old one in Keras, Flax and ONNX",
                                "use weight-of-new-batch (PyTorch's momentum, or 1 minus the others')");
            }
            if (!variant.options().contains(key)) {
                throw NormException.about(Kind.OPTION, variant.id(), key, option.getValue())
                        .because(
                                "is not an option",
                                variant.options().isEmpty()
                                        ? "it has none"
                                        : "use one of " + String.join(", ", variant.options()));
            }
        }
        Options options = new Options(variant.id(), input, Map.copyOf(values));
        options.precision();
        return options;
    }

    /** The same with one more value. */
    Options with(String key, String value) {
        Map<String, String> all = new TreeMap<>(values);
        all.put(key, value);
        return new Options(variant, input, all);
    }

    /** The variant's name. */
    String variant() {
        return variant;
    }

    /**
     * The shape of the input.
     *
     * @return the shape
     */
    public Shape input() {
        return input;
    }

    /**
     * The number of channels of the input.
     *
     * @return the size of axis C
     * @throws NormException SHAPE if the shape has none
     */
    public int channels() {
        if (!input.has('C') || input.channels() < 1) {
            throw NormException.about(Kind.SHAPE, variant, "x", input)
                    .because("has no channels", "give a shape with an axis C of at least 1");
        }
        return input.channels();
    }

    /**
     * The value of a key.
     *
     * @param key such as {@code eps}
     * @return empty if it was not named
     */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * A number.
     *
     * @param key its key
     * @param usual its value if it was not named
     * @return the number
     * @throws NormException OPTION if the value is no number
     */
    public double number(String key, double usual) {
        return text(key).map(value -> parse(key, value)).orElse(usual);
    }

    private double parse(String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw refuse(key, "is not a number", "write it like 0.1 or 1e-5");
        }
    }

    /**
     * A whole number.
     *
     * @param key its key
     * @param usual its value if it was not named
     * @return the number
     * @throws NormException OPTION if the value is no whole number
     */
    public int integer(String key, int usual) {
        double number = number(key, usual);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw refuse(key, "is not a whole number", "write it like 32");
        }
        return (int) number;
    }

    /**
     * Whole numbers, separated by commas or x.
     *
     * @param key its key
     * @return the numbers; empty if they were not named
     * @throws NormException OPTION if one is no whole number
     */
    public Optional<int[]> integers(String key) {
        return text(key).map(value -> integers(key, value));
    }

    private int[] integers(String key, String value) {
        try {
            return Arrays.stream(value.split("[,x]", -1))
                    .mapToInt(word -> Integer.parseInt(word.trim()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw refuse(key, "is not a list of whole numbers", "write it like 2,3");
        }
    }

    /**
     * A choice.
     *
     * @param key its key
     * @param type the choices; they are written in small letters
     * @param usual the choice if none was named
     * @param <E> the enum
     * @return the choice
     * @throws NormException OPTION if the value is none of them
     */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E usual) {
        Optional<String> value = text(key);
        for (E choice : type.getEnumConstants()) {
            if (value.isPresent() && word(choice).equals(value.get().toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        if (value.isPresent()) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(Options::word).collect(Collectors.joining(", "));
            throw refuse(key, "is not a choice", "use " + words);
        }
        return usual;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * ε: the options {@code eps} (where the variant has it) and {@code eps-outside}.
     *
     * @param usual ε if neither was named; {@code eps} stands where it does
     * @return the epsilon
     * @throws NormException OPTION if both were named or the value is out of range
     */
    public Epsilon epsilon(Epsilon usual) {
        if (text("eps").isPresent() && text("eps-outside").isPresent()) {
            throw refuse("eps", "stands beside eps-outside", "give one of them");
        }
        if (text("eps-outside").isPresent()) {
            return Epsilon.outside(number("eps-outside", 0));
        }
        return text("eps").isPresent() ? new Epsilon(number("eps", 0), usual.place()) : usual;
    }

    /**
     * ε inside the root.
     *
     * @param usual its value if it was not named
     * @return the epsilon
     */
    public Epsilon epsilon(double usual) {
        return epsilon(Epsilon.inside(usual));
    }

    /**
     * How running statistics follow the batches: {@code rule}, {@code weight-of-new-batch} and {@code running-variance}.
     *
     * @param usual the rule if none was named
     * @return the rule
     * @throws NormException OPTION for an unknown rule, a weight that is not within 0 and 1, or a weight beside a rule without one
     */
    public RunningRule rule(RunningRule usual) {
        RunningRule rule = text("rule").map(this::rule).orElse(usual);
        if (text("weight-of-new-batch").isPresent()) {
            if (rule.average() == RunningRule.Average.EQUAL) {
                throw refuse(
                        "weight-of-new-batch",
                        "stands beside a rule that weighs all batches alike",
                        "give one of them");
            }
            rule = rule.weightOfNewBatch(number("weight-of-new-batch", 0));
        }
        return switch (choice("running-variance", RunningRule.Divisor.class, rule.divisor())) {
            case BIASED -> rule.biased();
            case UNBIASED -> rule.unbiased();
        };
    }

    private RunningRule rule(String name) {
        return RunningRule.all().stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> refuse(
                        "rule",
                        "is not known",
                        "use "
                                + RunningRule.all().stream()
                                        .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * What a single value a statistic does: {@code single}.
     *
     * @return an error unless {@code bias} was named
     */
    public Single single() {
        return choice("single", Single.class, Single.ERROR);
    }

    /** Values of an option that is on or off. */
    private enum Switch {
        ON,
        OFF
    }

    /**
     * Whether something is wanted.
     *
     * @param key its key, with the values {@code on} and {@code off}
     * @param usual the answer if it was not named
     * @return true for on
     */
    public boolean on(String key, String usual) {
        Switch otherwise = usual.equals("on") ? Switch.ON : Switch.OFF;
        return choice(key, Switch.class, otherwise) == Switch.ON;
    }

    /**
     * Weight 1 and bias 0: the options {@code affine} (element, channel, group or off) and {@code bias} (on or off).
     *
     * @param usual who shares an entry if it was not named
     * @param entries the number of entries of each scope that the variant can have
     * @return new parameters, or none
     * @throws NormException OPTION for a scope that the variant cannot have
     */
    public Affine affine(Affine.Scope usual, Map<Affine.Scope, Integer> entries) {
        String named = text("affine").orElse(word(usual));
        if (named.equals("off")) {
            return Affine.none();
        }
        Map.Entry<Affine.Scope, Integer> choice = entries.entrySet().stream()
                .filter(candidate -> word(candidate.getKey()).equals(named))
                .findFirst()
                .orElseThrow(() -> refuse(
                        "affine",
                        "is not a choice here",
                        "use off or "
                                + entries.keySet().stream()
                                        .map(Options::word)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
        int count = choice.getValue();
        Affine affine = Affine.none().scope(choice.getKey()).weight(parameter(count, 1));
        return on("bias", "on") ? affine.bias(parameter(count, 0)) : affine;
    }

    /**
     * Weight 1 and bias 0 for each channel, unless {@code affine} is off.
     *
     * @return new parameters, or none
     */
    public Affine channelAffine() {
        return affine(Affine.Scope.CHANNEL, Map.of(Affine.Scope.CHANNEL, channels()));
    }

    /** Element types of parameters. */
    private enum Precision {
        FLOAT32,
        FLOAT64
    }

    private Precision precision() {
        return choice("parameters", Precision.class, Precision.FLOAT32);
    }

    /**
     * A new parameter: float32 unless the option {@code parameters} says float64.
     *
     * @param entries how many
     * @param start the value of each
     * @return the tensor
     */
    public Tensor parameter(int entries, double start) {
        Shape shape = Shape.of("C", entries);
        Tensor parameter = precision() == Precision.FLOAT64
                ? Tensor.of(shape, new double[entries])
                : Tensor.of(shape, new float[entries]);
        IntStream.range(0, entries).forEach(i -> parameter.set(i, start));
        return parameter;
    }

    /**
     * The exception for the value of a key.
     *
     * @param key its key
     * @param problem what is wrong, read after "key = value"
     * @param fix what to do about it
     * @return the exception to throw
     */
    public NormException refuse(String key, String problem, String fix) {
        return NormException.about(Kind.OPTION, variant, key, values.getOrDefault(key, "(none)"))
                .because(problem, fix);
    }
}
