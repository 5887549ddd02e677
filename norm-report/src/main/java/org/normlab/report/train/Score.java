package org.normlab.report.train;

/**
 * How well a network does on some examples.
 *
 * @param error share of examples that are wrong, from 0 to 1
 * @param loss mean cross-entropy in nats
 */
public record Score(double error, double loss) {}
