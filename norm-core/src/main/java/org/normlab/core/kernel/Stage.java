package org.normlab.core.kernel;

/** A pass that gathers sums over the leaves of each unit and then emits an output over the same leaves; {@link Sweep} runs it. */
interface Stage {
    /** Into how many pieces the pass falls. */
    Cut cut();

    /** Chooses what the sums of a unit are taken about. */
    void begin(int unit);

    /** Gathers the leaves that the scratch is at into the sums of their chunk. */
    void gather(Scratch scratch);

    /** Merges the chunks of a unit in order; false if the unit is to be gathered and finished once more. */
    boolean finish(int unit);

    /** Writes the output of the leaves that the scratch is at. */
    void emit(Scratch scratch);

    /** Merges the sums of all parts in order. */
    void close();
}
