package org.normlab.variants.example;

import java.util.function.IntToDoubleFunction;
import org.normlab.core.Axes;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.variants.Options;

/**
 * Local response normalization: y = x·D^−β with D = k + α/size·Σx² over a window of neighbouring channels. Departs from PixelNorm in that
 * the window moves.
 *
 * <p>Windows are cut off at the edges. Krizhevsky, Sutskever and Hinton 2012; ONNX LRN 13.
 *
 * @param size channels of a window, 5 by default
 * @param alpha 1e-4 by default
 * @param beta 0.75 by default
 * @param k 1 by default
 * @param window where an even window lies
 */
public record LocalResponseNorm(int size, double alpha, double beta, double k, Window window) implements Formula {

    /** Where an even window lies; odd ones are the same. */
    public enum Window {
        /** Half the size before the channel, as PyTorch. */
        TORCH,
        /** Half the size behind the channel, as ONNX. */
        ONNX
    }

    /**
     * Checks the size.
     *
     * @param size channels of a window, 5 by default
     * @param alpha 1e-4 by default
     * @param beta 0.75 by default
     * @param k 1 by default
     * @param window where an even window lies
     * @throws NormException OPTION if it is less than 1
     */
    public LocalResponseNorm {
        if (size < 1) {
            throw NormException.about(Kind.OPTION, "LocalResponseNorm", "size", size)
                    .because("is less than 1", "give the channels of a window, such as 5");
        }
    }

    static LocalResponseNorm create(Options o) {
        return new LocalResponseNorm(
                o.integer("size", 5),
                o.number("alpha", 1e-4),
                o.number("beta", 0.75),
                o.number("k", 1),
                o.choice("window", Window.class, Window.TORCH));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return new Axes(0);
    }

    private int before() {
        return window == Window.TORCH ? size / 2 : (size - 1) / 2;
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        int before = before();
        int behind = size - 1 - before;
        double[] d =
                sample.map(i -> k + alpha / size * sum(shape, i, -before, behind, j -> sample.get(j) * sample.get(j)));
        // a window that is not finite does not vanish silently
        double[] r = sample.map(i -> d[i] < Double.POSITIVE_INFINITY ? StrictMath.pow(d[i], -beta) : Double.NaN);
        double[] z = sample.map(i -> sample.get(i) * r[i]);
        return new Point(z, Moments.empty(0), q -> {
            // x lies in the windows of the channels that are as far before it as a window reaches behind its own
            double[] share = sample.map(i -> q[i] * z[i] / d[i]);
            return new Pull(sample.map(i -> q[i] * r[i]
                    - 2 * alpha * beta / size * sample.get(i) * sum(shape, i, -behind, before, j -> share[j])));
        });
    }

    /** Σ over the channels from one offset to another, of those that there are. */
    private static double sum(Shape shape, int element, int from, int to, IntToDoubleFunction term) {
        int stride = shape.stride('C');
        int channel = element / stride % shape.channels();
        double sum = 0;
        for (int c = Math.max(0, channel + from); c <= Math.min(shape.channels() - 1, channel + to); c++) {
            sum += term.applyAsDouble(element + (c - channel) * stride);
        }
        return sum;
    }
}
