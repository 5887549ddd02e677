package org.normlab.report.net;

/** Where a normalization stands. */
public enum Placement {
    /** Linear map, norm, activation; in a transformer, at the start of each residual branch (pre). */
    BEFORE_ACTIVATION,
    /** Linear map, activation, norm; in a transformer, after each residual sum (post). */
    AFTER_ACTIVATION
}
