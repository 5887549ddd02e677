package org.normlab.variants.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Tensor;

/**
 * A finished pass of {@link SyncBatchNorm} over several shards.
 *
 * <p>Each shard is normalized with the joint statistics; in the backward the two means over the batch become sums over all shards.
 */
public final class Shards {
    private final SyncBatchNorm norm;
    private final List<Tensor> inputs;
    private final Moments moments; // weighed, so that counts are weights
    private final long elements;

    Shards(SyncBatchNorm norm, List<Tensor> inputs, Moments moments) {
        this.norm = norm;
        this.inputs = inputs;
        this.moments = moments;
        this.elements = inputs.stream().mapToLong(x -> x.shape().count()).sum() / norm.channels();
        if (elements > 0 && elements < norm.fewest()) {
            throw NormException.about(Kind.TOO_FEW, norm.name(), "shards", inputs.size() + " shards")
                    .because("have 1 value in each statistic together", "give at least " + norm.fewest());
        }
    }

    /**
     * The outputs.
     *
     * @return one a shard, in the element type of its input
     */
    public List<Tensor> outputs() {
        return inputs.stream().map(x -> new Shard(x, x).output()).toList();
    }

    /**
     * The joint statistics.
     *
     * @return one a channel, with the elements of all shards as count whatever each shard weighs
     */
    public Moments moments() {
        if (norm.weighting() == SyncBatchNorm.Weighting.EXACT) {
            return moments;
        }
        long[] counts = new long[norm.channels()];
        double[] means = new double[counts.length];
        double[] variances = new double[counts.length];
        Arrays.fill(counts, elements);
        Arrays.setAll(means, moments::mean);
        Arrays.setAll(variances, moments::variance);
        return Moments.of(counts, means, variances);
    }

    /**
     * The gradients of a loss.
     *
     * @param dys the gradient of each output; not modified
     * @return the gradient of each input; the first has the parameters' gradients, summed over all shards, the others none
     */
    public List<Gradients> backward(List<Tensor> dys) {
        double[] weightSums = new double[norm.channels()];
        double[] biasSums = new double[norm.channels()];
        for (int s = 0; s < inputs.size(); s++) {
            new Shard(inputs.get(s), dys.get(s)).add(weightSums, biasSums);
        }
        List<Gradients> gradients = new ArrayList<>();
        for (int s = 0; s < inputs.size(); s++) {
            Map<String, Tensor> parameters = s == 0 ? parameters(weightSums, biasSums) : Map.of();
            gradients.add(new Gradients(new Shard(inputs.get(s), dys.get(s)).input(weightSums, biasSums), parameters));
        }
        return gradients;
    }

    private Map<String, Tensor> parameters(double[] weightSums, double[] biasSums) {
        Map<String, Tensor> parameters = new TreeMap<>();
        norm.parameters().forEach((name, p) -> {
            Tensor gradient = p.like(p.shape());
            gradient.copyFrom(name.equals("weight") ? weightSums : biasSums);
            parameters.put(name, gradient);
        });
        return parameters;
    }

    /** One shard in the backward: Σ dy·x̂ and Σ dy are the gradients of weight and bias, and make the two means. */
    private final class Shard {
        private final Tensor x;
        private final Tensor dy;
        private final double weight;

        Shard(Tensor x, Tensor dy) {
            this.x = x;
            this.dy = dy.to(x.shape());
            long own = x.shape().count() / norm.channels();
            long total = moments.size() == 0 ? 0 : moments.count(0);
            // how much of the joint mean is one element of this shard
            this.weight = own == 0 ? 0 : (double) norm.weighting().weight(x, own) / own / total;
        }

        private int channel(int i) {
            return i / x.shape().stride('C') % norm.channels();
        }

        private double normalized(int i) {
            int c = channel(i);
            return moments.deviation(c, x.get(i)) * norm.epsilon().scale(moments.variance(c));
        }

        Tensor output() {
            Tensor y = x.like(x.shape());
            for (int i = 0; i < x.shape().count(); i++) {
                int c = channel(i);
                y.set(i, normalized(i) * norm.affine().factor(c) + norm.affine().summand(c));
            }
            return y;
        }

        void add(double[] weightSums, double[] biasSums) {
            for (int i = 0; i < x.shape().count(); i++) {
                weightSums[channel(i)] += dy.get(i) * normalized(i);
                biasSums[channel(i)] += dy.get(i);
            }
        }

        Tensor input(double[] weightSums, double[] biasSums) {
            Tensor dx = x.like(x.shape());
            for (int i = 0; i < x.shape().count(); i++) {
                int c = channel(i);
                double r = norm.epsilon().scale(moments.variance(c));
                double bent = normalized(i) * weightSums[c] * bend(c, r);
                dx.set(i, norm.affine().factor(c) * r * (dy.get(i) - weight * (biasSums[c] + bent)));
            }
            return dx;
        }

        /** 1 with ε inside the root, (σ + ε)/σ outside. */
        private double bend(int c, double r) {
            return r == 0 ? 0 : norm.epsilon().slope(moments.variance(c), r) / (r * r);
        }
    }
}
