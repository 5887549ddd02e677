package org.normlab.report.train;

/** The step size over the budget, as a factor on the first one. */
public enum Schedule {
    /** Always 1. */
    CONSTANT {
        @Override
        double factor(long step, long steps) {
            return 1;
        }
    },
    /** 1 for three quarters of the budget, then linear to 0. */
    DECAY {
        @Override
        double factor(long step, long steps) {
            return Math.min(1, 4.0 * (steps - step) / steps);
        }
    };

    /** The factor at one step of a budget, counted from 0. */
    abstract double factor(long step, long steps);
}
