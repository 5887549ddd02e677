package org.normlab.report.net;

/** Where a normalization stands. */
public enum Placement {
    /** Linear map, norm, activation. */
    BEFORE_ACTIVATION,
    /** Linear map, activation, norm. */
    AFTER_ACTIVATION
}
