package org.normlab.report.cli;

/** Whose statistics normalize. */
@SuppressWarnings("checkstyle:MemberName") // the words of the command line
enum Mode {
    /** The batch's. */
    train,
    /** The running ones. */
    eval
}
