package org.normlab.report.store;

/**
 * Proof that a process lives, for the claims that it holds: a lock that the system frees when the process dies, however it
 * dies, and that no clock can free while it lives or sleeps.
 */
interface Claims extends AutoCloseable {
    /** The name of this holder, unique for ever. */
    String holder();

    /** Whether another holder still lives. A holder that was found dead never lives again. */
    boolean alive(String other);

    @Override
    void close();
}
