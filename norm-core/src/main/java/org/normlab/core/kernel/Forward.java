package org.normlab.core.kernel;

/**
 * What a forward pass works on.
 *
 * @param plan the memory pattern
 * @param x the input; not modified unless it is also the output
 * @param y overwritten; may be x itself
 * @param parameters weight and bias
 * @param statistics overwritten, or read with {@link Centring#GIVEN}
 * @param rule how the statistics are taken
 */
public record Forward(Plan plan, View x, View y, Parameters parameters, Statistics statistics, Rule rule) {

    /**
     * How statistics are taken and used.
     *
     * @param centring about what
     * @param spread what the variance does
     */
    public record Rule(Centring centring, Spread spread) {}

    /**
     * The pass y = (x − centre)·scale·weight + bias, to be run as often as the arrays change.
     *
     * @return the pass
     */
    public Sweep sweep() {
        return new Sweep(new ForwardStage(this));
    }

    /** How a pass cuts its tensor. */
    Layout layout() {
        boolean taken = rule.centring() != Centring.GIVEN;
        return Columns.suit(this)
                ? new Columns(plan, parameters, x.isWide())
                : new Rows(plan, parameters, x.isWide(), taken);
    }

    /** Whether the kernel finds the weights by itself: those of neighbours along a line differ, but are the same for all lines. */
    boolean each() {
        return Columns.suit(this) ? Columns.crossed(plan, parameters) : parameters.elementwise();
    }

    /** Whether each statistic has a weight of its own, as in batch normalization, so that units share no weights. */
    boolean own() {
        return plan.k0() == 1 && parameters.channels() == plan.k1() && parameters.inner() == plan.r1();
    }

    /** The kernel for blocks of a layout. */
    Kernel kernel(Layout layout) {
        if (Columns.suit(this)) {
            return each() ? Kernels.crossed(layout.kernelLines(0)) : Kernels.columns(layout.kernelLines(0));
        }
        return each() ? Kernels.elements(layout.apart()) : Kernels.rows(layout.apart());
    }

    /** The scale of finished statistics. */
    void spread(int from, int to) {
        if (rule.centring() != Centring.GIVEN) {
            rule.spread().scale(statistics.m2, plan.count(), statistics.scale, from, to);
        }
    }
}
