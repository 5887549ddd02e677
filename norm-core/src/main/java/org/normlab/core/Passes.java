package org.normlab.core;

import java.util.Arrays;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Centring;
import org.normlab.core.kernel.Forward;
import org.normlab.core.kernel.Parameters;
import org.normlab.core.kernel.Plan;
import org.normlab.core.kernel.Spread;
import org.normlab.core.kernel.Statistics;

/** The one forward pass: from a normalizer and a tensor to plan, parameters and kernel. */
final class Passes {
    private Passes() {}

    static Normalized forward(Normalizer normalizer, Tensor x, Tensor y) {
        y.checkOutputOf(x, normalizer.name());
        Shape view = normalizer.view(x.shape());
        Axes axes = normalizer.reductionAxes(view);
        Plan plan = plan(normalizer.name(), view, axes);
        normalizer.check(x.shape());
        Widened widened = Widened.of(normalizer, x.shape(), view, axes);
        Statistics statistics = new Statistics(plan.statistics());
        normalizer.given().ifPresent(given -> fill(statistics, given, normalizer, plan));
        Forward.Rule rule = new Forward.Rule(centring(normalizer), spread(normalizer.epsilon()));
        return new Pass(new Forward(plan, x.view(), y.view(), widened.values(), statistics, rule), widened, x, y)
                .again();
    }

    private static Centring centring(Normalizer normalizer) {
        if (normalizer.given().isPresent()) {
            return Centring.GIVEN;
        }
        return normalizer.centre() == Centre.MEAN ? Centring.MEAN : Centring.ORIGIN;
    }

    private static void fill(Statistics statistics, RunningMoments given, Normalizer normalizer, Plan plan) {
        if (given.channels() != plan.statistics()) {
            throw NormException.about(Kind.SHAPE, normalizer.name(), "channels", given.channels())
                    .because("are not the " + plan.statistics() + " of the input", "give one statistic a channel");
        }
        for (int c = 0; c < statistics.size(); c++) {
            statistics.hi[c] = given.mean(c);
            statistics.m2[c] = given.variance(c) * plan.count();
            statistics.scale[c] = normalizer.epsilon().scale(given.variance(c));
        }
    }

    /** The moments alone. */
    static Moments moments(Tensor x, Axes axes) {
        Plan plan = plan("Moments", x.shape(), axes);
        Statistics statistics = new Statistics(plan.statistics());
        Tensor unused = x.like(x.shape());
        Parameters none = new Parameters(new double[] {1}, new double[] {0}, 1);
        Forward.Rule rule = new Forward.Rule(Centring.MEAN, spread(Epsilon.inside(1)));
        if (plan.size() > 0) {
            new Forward(plan, x.view(), unused.view(), none, statistics, rule)
                    .sweep()
                    .run();
        }
        return of(statistics, plan);
    }

    static Moments of(Statistics statistics, Plan plan) {
        long[] counts = new long[statistics.size()];
        Arrays.fill(counts, plan.count());
        return new Moments(statistics, counts);
    }

    private static Spread spread(Epsilon epsilon) {
        return new Spread() {
            @Override
            public void scale(double[] squares, double count, double[] scales, int from, int to) {
                epsilon.scale(squares, count, scales, from, to);
            }

            @Override
            public double slope(double variance, double scale) {
                return epsilon.slope(variance, scale);
            }
        };
    }

    private static Plan plan(String subject, Shape view, Axes axes) {
        if (axes.isEmpty()) {
            throw NormException.about(Kind.OPTION, subject, "axes", axes)
                    .because("reduces nothing of " + view, "name at least one axis");
        }
        return Plan.of(view.sizes(), axes.flags(view.rank()))
                .orElseThrow(() -> NormException.about(Kind.SHAPE, subject, "axes", axes)
                        .because(
                                "of " + view + " alternate between kept and reduced more than [K,R,K,R]",
                                "reorder the axes so that kept ones are neighbours"));
    }

    /** Refuses a shape whose statistics have too few elements, or lie in memory as no plan says. */
    static void check(Normalizer normalizer, Shape shape) {
        Shape view = normalizer.view(shape);
        Axes axes = normalizer.reductionAxes(view);
        if (!axes.isEmpty()) {
            plan(normalizer.name(), view, axes);
        }
        int count = view.count(axes);
        if (shape.count() > 0 && count < normalizer.fewest()) {
            throw NormException.about(Kind.TOO_FEW, normalizer.name(), "x", shape)
                    .because(
                            "has " + count + " value in each statistic over axes " + axes,
                            "give at least " + normalizer.fewest() + ", or evaluate with frozen statistics");
        }
    }
}
