package org.normlab.variants.transfer;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Affine;
import org.normlab.core.RunningRule;

/**
 * What a framework means by batch, layer and group normalization where it does not say so.
 *
 * @param name of the framework
 * @param rule how running statistics follow the batches
 * @param momentum what the framework's word weighs, and its default
 * @param eps default ε of batch, layer and group normalization, inside the root
 * @param layerScope who shares an entry of layer normalization's parameters
 */
public record Convention(String name, RunningRule rule, String momentum, Eps eps, Affine.Scope layerScope) {

    /**
     * Defaults of ε.
     *
     * @param batch of batch normalization
     * @param layer of layer normalization
     * @param group of group normalization
     */
    public record Eps(double batch, double layer, double group) {}

    /** PyTorch, and timm. */
    public static final Convention PYTORCH = new Convention(
            "PyTorch",
            RunningRule.TORCH,
            "momentum 0.1 weighs the new value",
            new Eps(1e-5, 1e-5, 1e-5),
            Affine.Scope.ELEMENT);
    /** ONNX. */
    public static final Convention ONNX = new Convention(
            "ONNX",
            RunningRule.ONNX,
            "momentum 0.9 weighs the old value",
            new Eps(1e-5, 1e-5, 1e-5),
            Affine.Scope.ELEMENT);
    /** Keras 3. */
    public static final Convention KERAS = new Convention(
            "Keras",
            RunningRule.KERAS,
            "momentum 0.99 weighs the old value",
            new Eps(1e-3, 1e-3, 1e-3),
            Affine.Scope.ELEMENT);
    /** Flax. */
    public static final Convention FLAX = new Convention(
            "Flax",
            RunningRule.KERAS,
            "momentum 0.99 weighs the old value",
            new Eps(1e-5, 1e-6, 1e-6),
            Affine.Scope.CHANNEL);

    /**
     * One thing that changes.
     *
     * @param point what it is about
     * @param from what the first means
     * @param to what the second means
     * @param factor by what a number is multiplied on the way; 1 where it is a matter of meaning alone
     */
    public record Difference(String point, String from, String to, double factor) {}

    /**
     * All of them.
     *
     * @return the conventions that can be compared
     */
    public static List<Convention> all() {
        return List.of(PYTORCH, ONNX, KERAS, FLAX);
    }

    /**
     * What changes for someone who comes from this framework to another.
     *
     * @param other where to
     * @param count m, the number of values of one statistic of a batch
     * @return the differences; none if both mean the same
     */
    public List<Difference> compare(Convention other, long count) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "momentum", momentum, other.momentum, 1);
        double weight = other.rule.weightOfNewBatch() / rule.weightOfNewBatch();
        add(differences, "weight of the new batch", newWeight(rule), newWeight(other.rule), weight);
        double bessel = (double) count / (count - 1);
        double factor = rule.divisor() == other.rule.divisor()
                ? 1
                : rule.divisor() == RunningRule.Divisor.BIASED ? bessel : 1 / bessel;
        add(differences, "running variance of a batch", divisor(rule), divisor(other.rule), factor);
        eps(differences, "batch", eps.batch, other.eps.batch);
        eps(differences, "layer", eps.layer, other.eps.layer);
        eps(differences, "group", eps.group, other.eps.group);
        add(differences, "layer weight and bias", scope(layerScope), scope(other.layerScope), 1);
        return differences;
    }

    /** Outputs of a slice of variance 1 change by the root of the quotient. */
    private static void eps(List<Difference> differences, String norm, double from, double to) {
        add(differences, "eps of " + norm, text(from), text(to), Math.sqrt((1 + from) / (1 + to)));
    }

    private static void add(List<Difference> differences, String point, String from, String to, double factor) {
        if (!from.equals(to)) {
            differences.add(new Difference(point, from, to, factor));
        }
    }

    private static String newWeight(RunningRule rule) {
        return text(rule.weightOfNewBatch());
    }

    /** Three significant digits, the same on every Java. */
    private static String text(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toString();
    }

    private static String divisor(RunningRule rule) {
        return rule.divisor() == RunningRule.Divisor.BIASED ? "M2/m" : "M2/(m - 1)";
    }

    private static String scope(Affine.Scope scope) {
        return scope == Affine.Scope.CHANNEL ? "one a channel" : "one an element";
    }
}
