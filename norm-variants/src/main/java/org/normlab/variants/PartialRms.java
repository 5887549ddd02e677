package org.normlab.variants;

import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.formula.Derived;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;

/** RMS normalization whose mean square runs over the first part of the last axis alone (Zhang and Sennrich 2019, pRMSNorm). */
record PartialRms(RmsNorm base, double part) implements Formula, Derived {

    PartialRms {
        if (!(part > 0 && part <= 1)) {
            throw NormException.about(Kind.OPTION, "RmsNorm", "partial", part)
                    .because("is not within 0 and 1", "give the part of the last axis that counts, such as 0.0625");
        }
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        Axes axes = base.reductionAxes(shape);
        if (!axes.contains(shape.rank() - 1)) {
            throw NormException.about(Kind.OPTION, "RmsNorm", "partial", part)
                    .because(
                            "is a part of the last axis of " + shape + ", which is not among the axes " + axes,
                            "name the last axis too, or leave partial out");
        }
        return axes;
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        Slices slices = sample.slices(shape, reductionAxes(shape));
        int width = shape.size(shape.rank() - 1);
        int first = (int) (part * width);
        if (first < 1) {
            throw NormException.about(Kind.OPTION, "RmsNorm", "partial", part)
                    .because("leaves none of " + width + " elements", "give at least " + 1.0 / width);
        }
        double[] counts = slices.sums(i -> i % width < first ? 1 : 0);
        double[] squares = slices.sums(i -> i % width < first ? sample.get(i) * sample.get(i) : 0);
        double[] r = slices.each(s -> epsilon().scale(squares[s] / Math.max(1, counts[s])));
        double[] z = sample.map(i -> sample.get(i) * r[slices.of(i)]);
        return new Point(z, Moments.empty(0), q -> {
            double[] dot = slices.sums(i -> q[i] * z[i]);
            return new Pull(sample.map(i -> {
                double bend = i % width < first ? z[i] * dot[slices.of(i)] / counts[slices.of(i)] : 0;
                return r[slices.of(i)] * (q[i] - bend);
            }));
        });
    }
}
