package org.normlab.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.normlab.core.NormException.Kind;

/**
 * The learned map y = weight·x̂ + bias after a normalization. Either tensor may be absent: weight 1, bias 0.
 *
 * <p>Parameters are tensors, so an optimizer may update them in place.
 */
public final class Affine {
    private static final Affine NONE = new Affine(Scope.CHANNEL, Map.of(), false);
    private static final String WEIGHT = "weight";
    private static final String BIAS = "bias";

    /** Which elements share an entry. */
    public enum Scope {
        /** One entry a channel. */
        CHANNEL,
        /** One entry a group of neighbouring channels. */
        GROUP,
        /** One entry for each element of the normalized axes, which must be the last ones, in memory order. */
        ELEMENT
    }

    private final Scope scope;
    private final Map<String, Tensor> parameters;
    private final boolean unitOffset;

    private Affine(Scope scope, Map<String, Tensor> parameters, boolean unitOffset) {
        this.scope = scope;
        this.parameters = parameters;
        this.unitOffset = unitOffset;
    }

    /**
     * No parameters: y = x̂.
     *
     * @return the identity
     */
    public static Affine none() {
        return NONE;
    }

    /**
     * Weights of 1 and biases of 0 in float32.
     *
     * @param scope who shares an entry
     * @param entries how many of each
     * @return new parameters
     */
    public static Affine identity(Scope scope, int entries) {
        if (entries < 1) {
            throw NormException.about(Kind.OPTION, "Affine", "entries", entries)
                    .because("is less than 1", "give the number of channels");
        }
        Shape shape = Shape.of("C", entries);
        Tensor weight = Tensor.of(shape, new float[entries]);
        for (int i = 0; i < entries; i++) {
            weight.set(i, 1);
        }
        return none().scope(scope).weight(weight).bias(Tensor.of(shape, new float[entries]));
    }

    /**
     * The same parameters under another scope.
     *
     * @param scope who shares an entry
     * @return the map
     */
    public Affine scope(Scope scope) {
        return new Affine(scope, parameters, unitOffset);
    }

    /**
     * The same map with another weight.
     *
     * @param weight one entry each; not copied
     * @return the map
     */
    public Affine weight(Tensor weight) {
        return with(WEIGHT, weight);
    }

    /**
     * The same map with another bias.
     *
     * @param bias one entry each; not copied
     * @return the map
     */
    public Affine bias(Tensor bias) {
        return with(BIAS, bias);
    }

    /**
     * The same map without a bias.
     *
     * @return the map
     */
    public Affine withoutBias() {
        Map<String, Tensor> rest = new TreeMap<>(parameters);
        rest.remove(BIAS);
        return new Affine(scope, rest, unitOffset);
    }

    /**
     * The same map whose stored weight w means the factor 1 + w, so that 0 is the identity (as in Gemma and adaptive layer norm).
     *
     * @return the map
     */
    public Affine unitOffset() {
        return new Affine(scope, parameters, true);
    }

    private Affine with(String name, Tensor tensor) {
        Map<String, Tensor> all = new TreeMap<>(parameters);
        all.put(name, tensor);
        return new Affine(scope, all, unitOffset);
    }

    /**
     * Who shares an entry.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The weight.
     *
     * @return the tensor, or empty if it is 1
     */
    public Optional<Tensor> weight() {
        return Optional.ofNullable(parameters.get(WEIGHT));
    }

    /**
     * The bias.
     *
     * @return the tensor, or empty if it is 0
     */
    public Optional<Tensor> bias() {
        return Optional.ofNullable(parameters.get(BIAS));
    }

    /**
     * The parameters that there are, by name.
     *
     * @return bias and weight; the tensors themselves, in a map that is not to be modified
     */
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    /**
     * Whether the stored weight w means the factor 1 + w.
     *
     * @return false unless {@link #unitOffset} said so
     */
    boolean hasUnitOffset() {
        return unitOffset;
    }

    /**
     * The factor of an entry.
     *
     * @param entry its number
     * @return the weight, 1 more with a unit offset, 1 without a weight
     */
    public double factor(int entry) {
        Tensor weight = parameters.get(WEIGHT);
        return weight == null ? 1 : weight.get(entry) + (unitOffset ? 1 : 0);
    }

    /**
     * The summand of an entry.
     *
     * @param entry its number
     * @return the bias, 0 without one
     */
    public double summand(int entry) {
        Tensor bias = parameters.get(BIAS);
        return bias == null ? 0 : bias.get(entry);
    }

    /**
     * Which entry each element of a tensor uses.
     *
     * @param normalizer whose affine map this is
     * @param shape of the tensor
     * @return from elements in memory order to entries
     * @throws NormException SHAPE if the number of entries does not fit
     */
    public IntUnaryOperator entries(Normalizer normalizer, Shape shape) {
        Shape view = normalizer.view(shape);
        return Widened.of(normalizer, shape, view, normalizer.reductionAxes(view))
                .values()::index;
    }

    /** How many entries each parameter has; 0 without any. */
    int entries() {
        return parameters.values().stream()
                .mapToInt(t -> t.shape().count())
                .findFirst()
                .orElse(0);
    }
}
