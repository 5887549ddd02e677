package org.normlab.variants.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Epsilon;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** What a variant is made for: the shape and type of its input, ε, and which parameters it has; their values follow the seed. */
public record Setting(Shape shape, Precision precision, Epsilon epsilon, Learned learned, long seed) {

    /** Which parameters there are. */
    public enum Learned {
        /** Weight and bias. */
        BOTH,
        /** Neither. */
        NONE,
        /** The weight alone. */
        WEIGHT,
        /** The bias alone. */
        BIAS
    }

    /** The size of axis C. */
    public int channels() {
        return shape.channels();
    }

    /** A divisor of the channels. */
    public int groups() {
        int[] divisors = IntStream.rangeClosed(1, channels())
                .filter(d -> channels() % d == 0)
                .toArray();
        return divisors[(int) Math.floorMod(seed, (long) divisors.length)];
    }

    /** Parameters with one entry a channel. */
    public Affine affine() {
        return affine(Scope.CHANNEL, "C");
    }

    /** Parameters with one entry for each position along these axes; values follow coordinates, not the memory layout. */
    public Affine affine(Scope scope, String letters) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor weight = entries(letters, () -> (0.5 + random.nextDouble()) * (random.nextInt(3) == 0 ? -1 : 1));
        Tensor bias = entries(letters, random::nextGaussian);
        Affine none = Affine.none().scope(scope);
        return switch (learned) {
            case NONE -> Affine.none();
            case WEIGHT -> none.weight(weight);
            case BIAS -> none.bias(bias);
            case BOTH -> none.weight(weight).bias(bias);
        };
    }

    private Tensor entries(String letters, DoubleSupplier value) {
        Shape canonical = part(sorted(letters));
        double[] values = new double[canonical.count()];
        Arrays.setAll(values, i -> value.getAsDouble());
        return precision.tensor(canonical, values).to(part(letters));
    }

    private Shape part(String letters) {
        return Shape.of(letters, letters.chars().map(c -> shape.size((char) c)).toArray());
    }

    private static String sorted(String letters) {
        char[] sorted = letters.toCharArray();
        Arrays.sort(sorted);
        return new String(sorted);
    }

    /** Running statistics of each channel, as after some training. */
    public RunningMoments running() {
        SplittableRandom random = new SplittableRandom(seed + 1);
        double[] means = random.doubles(channels(), -2, 2).toArray();
        double[] variances = random.doubles(channels(), 0.25, 4).toArray();
        return RunningMoments.of(RunningRule.TORCH, means, variances, 3);
    }

    /** The same for another shape. */
    public Setting shape(Shape other) {
        return new Setting(other, precision, epsilon, learned, seed);
    }

    /** The same with another ε. */
    public Setting epsilon(Epsilon other) {
        return new Setting(shape, precision, other, learned, seed);
    }

    /** The same with other parameters. */
    public Setting learned(Learned other) {
        return new Setting(shape, precision, epsilon, other, seed);
    }
}
