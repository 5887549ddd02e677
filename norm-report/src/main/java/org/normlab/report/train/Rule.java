package org.normlab.report.train;

import org.normlab.report.net.Parameter;

/** How a gradient becomes an update of a parameter. */
public sealed interface Rule permits Sgd, Adam, RmsProp {

    /**
     * Starts following one parameter.
     *
     * @param parameter its value is updated and its gradient cleared at every step
     * @param weightDecay times the value is added to the gradient; 0 for none
     * @return the state of the rule for this parameter
     */
    Update start(Parameter parameter, double weightDecay);

    /** The state of a rule for one parameter. */
    @FunctionalInterface
    interface Update {
        /**
         * Updates the value from the gradient, and clears the gradient.
         *
         * @param rate the step size
         */
        void step(double rate);
    }
}
