package org.normlab.variants.batch;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Maskable;
import org.normlab.core.formula.Stretches;
import org.normlab.core.formula.Stretches.Stretch;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Ghost batch normalization: batch normalization of sub-batches, in order. Departs from BatchNorm in that the examples are cut.
 *
 * <p>Sub-batches have {@code size} examples; a remainder joins the last one; a smaller batch is one. Running statistics are updated
 * by each sub-batch in turn or once by all of them merged. Hoffer, Hubara and Soudry 2017, arXiv 1705.08741.
 *
 * @param base the batch normalization of a sub-batch
 * @param size examples of a sub-batch, 128 by default
 * @param update how running statistics follow
 */
public record GhostBatchNorm(BatchNorm base, int size, Update update) implements BatchBased, Maskable {

    /** How running statistics follow the sub-batches. */
    public enum Update {
        /** One update each, so the old weight is that of one update to the power of their number. */
        SEQUENTIAL,
        /** One update from their merged moments. */
        POOLED
    }

    /**
     * Checks the size.
     *
     * @param base the batch normalization of a sub-batch
     * @param size examples of a sub-batch, 128 by default
     * @param update how running statistics follow
     * @throws NormException OPTION if it is less than 1
     */
    public GhostBatchNorm {
        if (size < 1) {
            throw NormException.about(Kind.OPTION, "GhostBatchNorm", "ghost", size)
                    .because("is less than 1", "give the examples of a sub-batch, such as 128");
        }
    }

    static GhostBatchNorm create(Options o) {
        BatchNorm base = BatchNorm.from(o, 1e-5, RunningRule.TORCH);
        return new GhostBatchNorm(base, o.integer("ghost", 128), o.choice("update", Update.class, Update.SEQUENTIAL));
    }

    private int parts(Shape shape) {
        return Math.max(1, shape.examples() / size);
    }

    private boolean isEven(Shape shape) {
        return shape.examples() % parts(shape) == 0;
    }

    @Override
    public Shape view(Shape shape) {
        base.reductionAxes(shape);
        Channels.examplesFirst("GhostBatchNorm", shape);
        return isEven(shape) && shape.has('N') ? shape.split('N', 'B', parts(shape)) : shape;
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return view.allBut("BC");
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        return isEven(x.shape()) ? BatchBased.super.forward(x, y) : forward(Mask.all(x.shape()), x, y);
    }

    /** All sub-batches but the last in one pass, and the last with the remainder in another; each alone under a mask. */
    private Normalized forward(Mask mask, Tensor x, Tensor y) {
        int examples = x.shape().examples();
        int last = (parts(x.shape()) - 1) * size;
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0, step; from < last; from += step) {
            step = mask.isAll() ? last : size;
            stretches.add(
                    new Stretch(mask.examples(from, from + step).on(mask.isAll() ? this : base), from, from + step, 0));
        }
        stretches.add(new Stretch(mask.examples(last, examples).on(base), last, examples, 0));
        return Stretches.forward(this, stretches, x, y);
    }

    @Override
    public Normalizer masked(Mask mask) {
        return mask.isAll() ? this : new Deferred(this, (x, y) -> forward(mask, x, y));
    }

    @Override
    public Moments channelMoments(Normalized batch) {
        Moments all = batch.moments();
        Moments merged = Moments.empty(channels());
        for (int from = 0; from < all.size(); from += channels()) {
            merged = merged.merge(all.range(from, channels()));
        }
        return merged;
    }

    @Override
    public RunningMoments track(RunningMoments running, Normalized batch, RunningMoments target) {
        if (update == Update.POOLED) {
            return BatchBased.super.track(running, batch, target);
        }
        Moments all = batch.moments();
        running.update(Moments.empty(channels()), target);
        for (int from = 0; from < all.size(); from += channels()) {
            target.update(all.range(from, channels()), target);
        }
        return target;
    }
}
