package org.normlab.variants.example;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tracked;
import org.normlab.core.formula.Derived;
import org.normlab.variants.FrozenNorm;
import org.normlab.variants.InstanceNorm;

/**
 * Instance normalization with running statistics. Departs from InstanceNorm at evaluation alone, as PyTorch's with
 * {@code track_running_stats=True}.
 *
 * <p>The statistics of a batch are the means, over its examples, of their means and variances; a variance is stored with the
 * divisor that the rule says.
 *
 * @param base the instance normalization of training
 * @param rule how running statistics follow the batches, {@link RunningRule#TORCH} by default
 */
public record TrackedInstanceNorm(InstanceNorm base, RunningRule rule) implements Tracked, Derived {

    @Override
    public int channels() {
        return base.channels();
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return new FrozenNorm(running, affine(), epsilon());
    }

    @Override
    public Moments channelMoments(Normalized batch) {
        Moments all = batch.moments();
        Shape shape = batch.output().shape();
        int step = shape.stride('N') > shape.stride('C') ? channels() : 1;
        long[] counts = new long[channels()];
        double[] means = new double[channels()];
        double[] variances = new double[channels()];
        for (int c = 0; c < channels(); c++) {
            int first = step == 1 ? c * shape.examples() : c;
            int[] own = IntStream.range(0, shape.examples())
                    .map(n -> first + n * step)
                    .filter(s -> all.count(s) > 1)
                    .toArray();
            counts[c] = Arrays.stream(own).mapToLong(all::count).max().orElse(0);
            means[c] = Arrays.stream(own).mapToDouble(all::mean).average().orElse(0);
            variances[c] =
                    Arrays.stream(own).mapToDouble(all::variance).average().orElse(0);
        }
        return Moments.of(counts, means, variances);
    }
}
