package org.normlab.variants.recurrent;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.variants.Extent;
import org.normlab.variants.NoNorm;
import org.normlab.variants.RmsNorm;

/** What bounds the outputs of {@link OnlineNorm}. */
public enum Guard {
    /** Values beyond ±5 become ±5. */
    CLAMP,
    /** Each example is divided by √(mean of its squares + 1e-5). */
    LAYER_SCALING,
    /** Nothing. */
    NONE;

    Normalizer normalizer() {
        return switch (this) {
            case CLAMP -> new Clamp(5);
            case LAYER_SCALING -> new RmsNorm(new Extent.Example(), Affine.none(), Epsilon.inside(1e-5));
            case NONE -> new NoNorm();
        };
    }

    private record Clamp(double most) implements Formula {
        @Override
        public Axes reductionAxes(Shape shape) {
            return new Axes(0);
        }

        @Override
        public Point at(Sample sample) {
            double[] y = sample.map(i -> Math.min(Math.max(sample.get(i), -most), most));
            return new Point(y, Moments.empty(0), dy -> new Pull(sample.map(i -> y[i] == sample.get(i) ? dy[i] : 0)));
        }
    }
}
