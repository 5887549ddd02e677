package org.normlab.report.trial;

/** How a study file writes the values of a field. */
public enum Form {
    /** A text. */
    TEXT,
    /** An integer. */
    INTEGER,
    /** An integer or a decimal number. */
    REAL,
    /** A list of names. */
    LIST,
    /** A mapping of names to numbers. */
    MAP
}
