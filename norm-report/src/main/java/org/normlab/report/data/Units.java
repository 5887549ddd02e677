package org.normlab.report.data;

/** What the numbers of dense examples mean, which decides how {@link Scaling} treats them. */
public enum Units {
    /** Brightness from 0 on, the same unit everywhere: divided by the largest value of the training part. */
    PIXELS,
    /** Features with a unit each: centred and divided by the standard deviation of the training part, channel by channel. */
    FEATURES
}
