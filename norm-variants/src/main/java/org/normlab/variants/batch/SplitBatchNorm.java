package org.normlab.variants.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Maskable;
import org.normlab.core.formula.Stretches;
import org.normlab.core.formula.Stretches.Stretch;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Channels;
import org.normlab.variants.Options;

/**
 * Split batch normalization: equal parts of the batch, each with statistics, running statistics, weight and bias of its own. Departs
 * from BatchNorm in that parts share nothing; evaluation uses part 0.
 *
 * <p>For batches of clean and adversarial halves. Xie et al. 2019, arXiv 1911.09665; timm.
 *
 * @param parts batch normalizations over consecutive entries of {@code affine}
 * @param affine weight and bias of all parts, one after the other
 */
public record SplitBatchNorm(List<BatchNorm> parts, Affine affine) implements Tracked, Maskable {

    static SplitBatchNorm create(Options o) {
        int channels = o.channels();
        int splits = Channels.positive("SplitBatchNorm", "splits", o.integer("splits", 2));
        Affine all = o.affine(Affine.Scope.CHANNEL, java.util.Map.of(Affine.Scope.CHANNEL, channels * splits));
        List<BatchNorm> parts = new ArrayList<>();
        for (int part = 0; part < splits; part++) {
            int from = part * channels;
            Affine own = all.weight()
                    .map(w -> Affine.none().weight(w.range(from, channels)))
                    .orElse(Affine.none());
            own = all.bias().map(b -> b.range(from, channels)).map(own::bias).orElse(own);
            parts.add(new BatchNorm(channels, own, o.epsilon(1e-5), o.rule(RunningRule.TORCH), o.single()));
        }
        return new SplitBatchNorm(parts, all);
    }

    private BatchNorm first() {
        return parts.get(0);
    }

    @Override
    public Shape view(Shape shape) {
        first().reductionAxes(shape);
        if (shape.examples() % parts.size() != 0 || !shape.has('N')) {
            throw NormException.about(Kind.OPTION, name(), "splits", parts.size())
                    .because("does not divide the examples of " + shape, "give a multiple of " + parts.size());
        }
        return shape.split('N', 'B', parts.size());
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return view.allBut("BC");
    }

    @Override
    public Epsilon epsilon() {
        return first().epsilon();
    }

    @Override
    public int fewest() {
        return first().fewest();
    }

    @Override
    public Normalized forward(Tensor x, Tensor y) {
        return forward(Mask.all(x.shape()), x, y);
    }

    private Normalized forward(Mask mask, Tensor x, Tensor y) {
        check(x.shape());
        int size = x.shape().examples() / parts.size();
        List<Stretch> stretches = IntStream.range(0, parts.size())
                .mapToObj(part -> new Stretch(
                        mask.examples(part * size, (part + 1) * size).on(parts.get(part)),
                        part * size,
                        (part + 1) * size,
                        part * first().channels()))
                .toList();
        return Stretches.forward(this, stretches, x, y);
    }

    @Override
    public Normalizer masked(Mask mask) {
        return new Deferred(this, (x, y) -> forward(mask, x, y));
    }

    @Override
    public int channels() {
        return parts.size() * first().channels();
    }

    @Override
    public RunningRule rule() {
        return first().rule();
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return first().frozen(running.range(0, first().channels()));
    }
}
