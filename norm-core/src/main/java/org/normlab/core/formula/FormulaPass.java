package org.normlab.core.formula;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.normlab.core.Affine;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The forward and backward pass of a formula, with weight and bias after it. */
final class FormulaPass implements Normalized {
    private final Normalizer normalizer;
    private final Function<Sample, Point> formula;
    private final Mask mask;
    private final Tensor x;
    private final Tensor y;
    private final Affine affine;
    private final int[] entry;
    private Point point;

    FormulaPass(Normalizer normalizer, Function<Sample, Point> formula, Mask mask, Tensor x, Tensor y) {
        y.checkOutputOf(x, normalizer.name());
        normalizer.check(x.shape());
        this.normalizer = normalizer;
        this.formula = formula;
        this.mask = mask;
        this.x = x;
        this.y = y;
        this.affine = normalizer.affine();
        this.entry = new int[x.shape().count()];
        Arrays.setAll(entry, affine.entries(normalizer, x.shape()));
        this.point = empty();
    }

    /** What there is of nothing. */
    private Point empty() {
        Shape view = normalizer.view(x.shape());
        int statistics = view.count(view.except(normalizer.reductionAxes(view)));
        return new Point(new double[0], Moments.empty(statistics), this::pullNothing);
    }

    private Pull pullNothing(double[] q) {
        Map<String, double[]> zeros = new TreeMap<>();
        normalizer
                .parameters()
                .forEach((name, p) -> zeros.put(name, new double[p.shape().count()]));
        affine.parameters().keySet().forEach(zeros::remove);
        return new Pull(q, zeros);
    }

    @Override
    public Normalized again() {
        if (x.shape().count() == 0) {
            return this;
        }
        point = formula.apply(Sample.of(x, mask));
        checkCounts(point.moments());
        double[] weights = each(affine::factor);
        double[] biases = each(affine::summand);
        double[] z = point.output();
        double[] output = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            output[i] = z[i] * weights[entry[i]] + biases[entry[i]];
        }
        mask.clear(output);
        y.copyFrom(output);
        return this;
    }

    private void checkCounts(Moments moments) {
        for (int s = 0; s < moments.size(); s++) {
            if (moments.count(s) > 0 && moments.count(s) < normalizer.fewest() && !mask.isAll()) {
                throw NormException.about(Kind.TOO_FEW, normalizer.name(), "mask", mask.shape())
                        .because(
                                "leaves " + moments.count(s) + " value in statistic " + s,
                                "leave at least " + normalizer.fewest() + " or none");
            }
        }
    }

    private double[] each(IntToDoubleFunction value) {
        return IntStream.range(0, entries()).mapToDouble(value).toArray();
    }

    private int entries() {
        return affine.weight().or(affine::bias).map(p -> p.shape().count()).orElse(1);
    }

    @Override
    public Tensor output() {
        return y;
    }

    @Override
    public Moments moments() {
        return point.moments();
    }

    @Override
    public Map<String, Tensor> state() {
        return tensors(point.state());
    }

    @Override
    public Gradients gradients() {
        Map<String, Tensor> parameters = new TreeMap<>();
        normalizer.parameters().forEach((name, p) -> parameters.put(name, p.like(p.shape())));
        return new Gradients(x.like(x.shape()), parameters);
    }

    @Override
    public Gradients backward(Tensor dy, Gradients target) {
        Tensor same = dy.to(x.shape());
        target.checkTargetOf(x, same);
        double[] q = same.toArray();
        mask.clear(q);
        double[] z = point.output();
        double[] weights = each(affine::factor);
        double[] weightSums = new double[entries()];
        double[] biasSums = new double[entries()];
        for (int i = 0; i < q.length; i++) {
            int e = entry[i];
            weightSums[e] += mask.valid(i) ? q[i] * z[i] : 0;
            biasSums[e] += q[i];
            q[i] *= weights[e];
        }
        Pull pull = point.pullback().apply(q);
        double[] dx = pull.input().clone();
        mask.clear(dx);
        target.input().copyFrom(dx);
        affine.weight().ifPresent(w -> target.parameter("weight").copyFrom(weightSums));
        affine.bias().ifPresent(b -> target.parameter("bias").copyFrom(biasSums));
        pull.parameters().forEach((name, gradient) -> target.parameter(name).copyFrom(gradient));
        return new Gradients(target.input(), target.parameters(), tensors(pull.state()));
    }

    private static Map<String, Tensor> tensors(Map<String, double[]> values) {
        Map<String, Tensor> tensors = new TreeMap<>();
        values.forEach((name, v) -> tensors.put(name, Tensor.of(Shape.of("C", v.length), v)));
        return tensors;
    }
}
