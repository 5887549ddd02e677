package org.normlab.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/** A normalization of consecutive stretches of examples, each by a normalizer of its own. */
public final class Stretches implements Normalized {
    private final Normalizer whole;
    private final Tensor x;
    private final Tensor y;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * A stretch of examples.
     *
     * @param normalizer what normalizes it
     * @param from its first example
     * @param to after its last example
     * @param entry where its parameters begin within the parameters of the whole
     */
    public record Stretch(Normalizer normalizer, int from, int to, int entry) {}

    private record Piece(Stretch stretch, Normalized pass, Gradients gradients) {}

    private Stretches(Normalizer whole, Tensor x, Tensor y) {
        this.whole = whole;
        this.x = x;
        this.y = y;
    }

    /**
     * Normalizes each stretch.
     *
     * @param whole whose parameters the stretches share or divide
     * @param stretches in order, covering all examples
     * @param x not modified
     * @param y overwritten
     * @return the pass; its moments are those of the stretches, one after the other
     */
    public static Normalized forward(Normalizer whole, List<Stretch> stretches, Tensor x, Tensor y) {
        y.checkOutputOf(x, whole.name());
        Stretches all = new Stretches(whole, x, y);
        for (Stretch s : stretches) {
            Normalized pass = s.normalizer.forward(x.examples(s.from, s.to), y.examples(s.from, s.to));
            all.pieces.add(new Piece(s, pass, pass.gradients()));
        }
        return all;
    }

    @Override
    public Tensor output() {
        return y;
    }

    @Override
    public Moments moments() {
        return Moments.concat(pieces.stream().map(p -> p.pass.moments()).toList());
    }

    @Override
    public Gradients gradients() {
        Map<String, Tensor> parameters = new TreeMap<>();
        whole.parameters().forEach((name, p) -> parameters.put(name, p.like(p.shape())));
        return new Gradients(x.like(x.shape()), parameters);
    }

    /** One at a time, since all share the gradients of the pieces. */
    @Override
    public synchronized Gradients backward(Tensor dy, Gradients target) {
        Tensor same = dy.to(x.shape());
        target.checkTargetOf(x, same);
        Map<String, double[]> sums = new TreeMap<>();
        whole.parameters()
                .forEach((name, p) -> sums.put(name, new double[p.shape().count()]));
        for (Piece piece : pieces) {
            Stretch s = piece.stretch;
            Gradients part = new Gradients(target.input().examples(s.from, s.to), piece.gradients.parameters());
            piece.pass.backward(same.examples(s.from, s.to), part);
            sums.forEach((name, sum) -> add(part.parameter(name), sum, s.entry));
        }
        sums.forEach((name, sum) -> target.parameter(name).copyFrom(sum));
        return target;
    }

    private static void add(Tensor gradient, double[] sum, int entry) {
        for (int i = 0; i < gradient.shape().count(); i++) {
            sum[entry + i] += gradient.get(i);
        }
    }

    @Override
    public Normalized again() {
        pieces.forEach(piece -> piece.pass.again());
        return this;
    }
}
