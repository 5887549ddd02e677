package org.normlab.core;

/** What statistics are measured about. */
public enum Centre {
    /** The mean of the slice: the scale comes from the variance. */
    MEAN,
    /** Zero: the scale comes from the mean square. */
    ORIGIN
}
