package org.normlab.report.cli;

import java.util.List;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Tensor;
import org.normlab.report.data.NdArray;

/** Which letter an axis of a file has: as the user says, else the order of PyTorch, examples and channels first. */
final class Layout {
    private static final List<String> USUAL = List.of("C", "NC", "NCL", "NCHW", "NCDHW");

    private Layout() {}

    static Tensor tensor(NdArray array, String named) {
        int rank = array.sizes().length;
        if (!named.isEmpty()) {
            return array.tensor(named);
        }
        if (rank < 1 || rank > USUAL.size()) {
            throw NormException.about(Kind.SHAPE, "apply", "--input", array)
                    .because("has no usual layout", "name one letter an axis, such as --layout NCHW");
        }
        return array.tensor(USUAL.get(rank - 1));
    }
}
