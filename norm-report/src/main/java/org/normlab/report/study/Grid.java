package org.normlab.report.study;

import java.util.List;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.trial.Trial;

/**
 * All combinations of the choices of some axes.
 *
 * @param base the trial that every combination starts from
 * @param axes in the order of nesting, the slowest first
 */
public record Grid(Trial base, List<Axis> axes) {
    /** More trials than any study can run; a larger grid is a slip. */
    static final int MOST = 10_000_000;

    /**
     * Copies the axes.
     *
     * @param base the trial that every combination starts from
     * @param axes in the order of nesting, the slowest first
     */
    public Grid {
        axes = List.copyOf(axes);
    }

    /**
     * How many combinations there are.
     *
     * @return the product of the numbers of choices
     * @throws NormException OPTION if there are more than ten million
     */
    public int size() {
        long size = 1;
        for (Axis axis : axes) {
            size *= axis.choices().size();
            if (size > MOST) {
                throw NormException.about(Kind.OPTION, "study", "grid", size + " combinations or more")
                        .because("is larger than " + MOST, "leave out some choices");
            }
        }
        return (int) size;
    }

    /**
     * All combinations. Their learning rates and replicates are those of the base.
     *
     * @return in stable order
     * @throws NormException OPTION if there are too many
     */
    public List<Trial> arms() {
        size();
        List<Trial> arms = List.of(base);
        for (Axis axis : axes) {
            arms = arms.stream().flatMap(arm -> axis.spread(arm).stream()).toList();
        }
        return arms;
    }
}
