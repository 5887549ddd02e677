package org.normlab.core.kernel;

/** A pass that gathers sums over the leaves of each unit and then emits an output over the same leaves; {@link Sweep} runs it. */
interface Stage {
    /** How the tensor is cut. */
    Layout layout();

    /** Elements of the tensor. */
    int size();

    /** Parameter sums that each part keeps. */
    int channels();

    /** Whether no two units add to the same parameter sum, so that parts of whole units need none of their own. */
    boolean own();

    /** Makes room for sums a part and sums a chunk of each unit; called before the first run. */
    void open(int parts, int chunks);

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
