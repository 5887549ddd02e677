package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normlab.report.page.VerdictCard;
import org.normlab.report.page.VerdictCard.Tone;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Verdict;
import org.normlab.report.text.Numbers;

/**
 * The answer: for each network and batch size the norm with the lowest median error, and how it stands to the baseline.
 *
 * <p>Exploratory tiers say what was observed; only a tier that judges says supported, equivalent or contradicted.
 */
public final class Answer {
    private final Comparison comparison;
    private final Verdicts verdicts;

    /**
     * The answer of a comparison.
     *
     * @param comparison finished
     */
    public Answer(Comparison comparison) {
        this.comparison = comparison;
        this.verdicts = Verdicts.of(comparison);
    }

    /**
     * The answer for a terminal of 80 columns.
     *
     * @return its lines
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Question question = comparison.question();
        for (String network : question.networks()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s on %s, %d paired seeds, %s",
                    network,
                    question.source().data(),
                    question.replicates(),
                    question.tier().judges() ? "verdict tier" : "exploratory"));
            lines.add(String.format(Locale.ROOT, "%5s  %-26s  %s", "batch", "lowest median error", against(network)));
            question.batchSizes().forEach(batch -> line(network, batch).ifPresent(lines::add));
            trend(network).ifPresent(lines::add);
            lines.add("");
        }
        comparison.refusals().forEach(refusal -> lines.add("not run: " + refusal));
        if (comparison.diverged() > 0) {
            lines.add(divergence());
        }
        return lines;
    }

    /**
     * What diverged.
     *
     * @return one sentence
     */
    public String divergence() {
        return comparison.diverged() + " of " + comparison.results().size() + " trials diverged: counted as all wrong";
    }

    /**
     * What was observed about batch norm.
     *
     * @param network kind of network
     * @return one sentence, or empty if too little was run
     */
    public Optional<String> trend(String network) {
        return Family.of(network).trend(comparison, network);
    }

    private Optional<String> line(String network, int batch) {
        return lowest(network, batch)
                .map(arm -> String.format(
                        Locale.ROOT,
                        "%5d  %-10s %-15s  %s",
                        batch,
                        arm.norm(),
                        errors(arm),
                        String.join("; ", evidence(arm))));
    }

    private static String against(String network) {
        return "against " + Family.of(network).words();
    }

    private Optional<Arm> lowest(String network, int batch) {
        return comparison.arms(network, batch).stream().min(Comparator.comparingDouble(Arm::median));
    }

    private static String errors(Arm arm) {
        return Numbers.percent(arm.median()) + " [" + Numbers.fixed(100 * arm.lowest(), 1) + ", "
                + Numbers.fixed(100 * arm.highest(), 1) + "]";
    }

    /** What the standing against the baseline rests on, a phrase each. */
    private List<String> evidence(Arm arm) {
        Optional<Standing> standing = verdicts.standing(arm);
        if (standing.isEmpty()) {
            Family family = Family.of(arm.network());
            return List.of(
                    arm.norm().equals(family.baseline()) ? "it is the baseline" : family.words() + " was not run here");
        }
        List<String> phrases = new ArrayList<>();
        phrases.add(points(standing.get()) + " points");
        phrases.add("lower in " + standing.get().lower() + " of "
                + standing.get().gains().size() + " seeds");
        if (comparison.question().tier().judges()) {
            verdicts.judgement(arm).map(Answer::words).ifPresent(phrases::add);
        }
        return phrases;
    }

    private String points(Standing standing) {
        double change = -standing.gains().mean();
        if (!comparison.question().tier().judges()) {
            return Numbers.fixed(change, 1);
        }
        double low = -standing.interval().high();
        return Numbers.measured(change, low, -standing.interval().low());
    }

    private static String words(Judgement judgement) {
        if (judgement.verdict() != Verdict.INCONCLUSIVE) {
            return "\"lower than the baseline\": " + judgement.verdict().name().toLowerCase(Locale.ROOT);
        }
        return judgement.failed().isEmpty()
                ? "not enough seeds to tell" + more(judgement)
                : "no verdict: guard "
                        + judgement.failed().stream()
                                .map(g -> g.label() + " failed")
                                .toList();
    }

    private static String more(Judgement judgement) {
        return judgement.moreReplicates().isPresent()
                ? "; about " + judgement.moreReplicates().getAsInt() + " more would"
                : "";
    }

    /**
     * The answer as cards, one for each network and batch size.
     *
     * @return in the order of the question
     */
    public List<VerdictCard> cards() {
        List<VerdictCard> cards = new ArrayList<>();
        for (String network : comparison.question().networks()) {
            for (int batch : comparison.question().batchSizes()) {
                lowest(network, batch).map(arm -> card(arm, network, batch)).ifPresent(cards::add);
            }
        }
        return cards;
    }

    private VerdictCard card(Arm arm, String network, int batch) {
        boolean judged = comparison.question().tier().judges();
        String headline = arm.norm() + (judged ? " has the lowest median error" : ": lowest observed, exploratory");
        List<String> evidence = new ArrayList<>();
        evidence.add(
                "runs " + Numbers.fixed(100 * arm.lowest(), 1) + " to " + Numbers.fixed(100 * arm.highest(), 1) + " %");
        evidence.add(against(network) + ": " + String.join("; ", evidence(arm)));
        runnerUp(arm).ifPresent(next -> evidence.add("next: " + next.norm() + " " + errors(next)));
        String figure = Numbers.percent(arm.median());
        return new VerdictCard(tone(arm), network + ", batch size " + batch, figure, headline, evidence);
    }

    private Tone tone(Arm arm) {
        boolean supported = verdicts.judgement(arm)
                .filter(judgement -> judgement.verdict() == Verdict.SUPPORTED)
                .isPresent();
        return comparison.question().tier().judges() && supported ? Tone.WIN : Tone.UNCLEAR;
    }

    private Optional<Arm> runnerUp(Arm lowest) {
        return comparison.arms(lowest.network(), lowest.batchSize()).stream()
                .filter(arm -> !arm.equals(lowest))
                .min(Comparator.comparingDouble(Arm::median));
    }
}
