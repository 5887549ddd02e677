package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.stream.Stream;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;

/** One step of a recurrent layer, forward and backward; rows are those that are alive at the step. */
interface Cell {
    /** The maps from inputs and state. */
    List<Drive> drives();

    /** Places within the cell that are normalized. */
    default Stream<Site> sites() {
        return Stream.empty();
    }

    /** Makes room for so many rows of states. */
    void reserve(int rows, int units);

    /** Reads the state before and writes the state. */
    void forward(int step, States states, Mode mode);

    /** Reads the gradient of the state and leaves that of the state before in its place. */
    void backward(int step, States states);

    /** Before the last step's backward. */
    default void beginBackward() {
        // most cells carry nothing but the state
    }

    default Stream<Parameter> parameters() {
        return Stream.concat(
                drives().stream().flatMap(Drive::parameters), sites().flatMap(site -> site.parameters().stream()));
    }
}
