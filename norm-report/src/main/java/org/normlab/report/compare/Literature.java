package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normlab.report.page.Block;
import org.normlab.report.page.Section;
import org.normlab.report.text.Numbers;

/** What was published, beside what was measured here. It never enters a verdict. */
final class Literature {
    private static final double POINTS = 100;

    private Literature() {}

    static Section section(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        for (String network : comparison.question().networks()) {
            List<Block.Fact> facts = Anchor.all().stream()
                    .filter(anchor -> anchor.networks().contains(network))
                    .map(anchor -> new Block.Fact(
                            anchor.source() + " (" + anchor.mark() + ")",
                            anchor.statement() + " Here, on the " + network + ": " + here(comparison, network, anchor)
                                    + "."))
                    .toList();
            blocks.add(new Block.Facts(facts));
        }
        return new Section(
                "Beside the literature",
                "Published results and whether this comparison points the same way. A difference below one point is called"
                        + " too small to point anywhere. P: read in the paper, R: in the authors' repository, N: in"
                        + " detailed notes, A: in the abstract,"
                        + " D: derived.",
                blocks);
    }

    /** Whether the medians of the two norms lie as published, at the batch size where it was published. */
    static String here(Comparison comparison, String network, Anchor anchor) {
        Optional<Arm> lower = arm(comparison, network, anchor.lower(), anchor.end());
        Optional<Arm> higher = arm(comparison, network, anchor.higher(), anchor.end());
        if (lower.isEmpty() || higher.isEmpty()) {
            return "not run: " + (lower.isEmpty() ? anchor.lower() : anchor.higher());
        }
        double gap = POINTS * (higher.get().median() - lower.get().median());
        String figures = anchor.higher() + " minus " + anchor.lower() + " " + Numbers.fixed(gap, 1)
                + " points at batch " + lower.get().batchSize();
        if (gap >= Standing.SESOI) {
            return "agrees: " + figures;
        }
        return (gap <= -Standing.SESOI ? "does not agree: " : "too small to point anywhere: ") + figures + "; "
                + anchor.otherwise();
    }

    private static Optional<Arm> arm(Comparison comparison, String network, String norm, Anchor.End end) {
        List<Arm> arms = comparison.arms(network, norm);
        return arms.isEmpty()
                ? Optional.empty()
                : Optional.of(arms.get(end == Anchor.End.SMALLEST ? 0 : arms.size() - 1));
    }
}
