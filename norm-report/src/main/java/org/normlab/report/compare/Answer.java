package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normlab.report.page.VerdictCard;
import org.normlab.report.page.VerdictCard.Tone;
import org.normlab.report.stats.Interval;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Verdict;
import org.normlab.report.text.Fold;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Shareable;
import org.normlab.report.text.Table;

/**
 * The answer: for each network and batch size the norm with the lowest median error, and how it stands to the baseline.
 *
 * <p>Exploratory tiers say what was observed; only a tier that judges says supported, equivalent or contradicted.
 */
public final class Answer {
    private static final int INDENT = 7;

    private final Comparison comparison;
    private final Verdicts verdicts;

    /**
     * The answer of a comparison.
     *
     * @param comparison finished
     */
    public Answer(Comparison comparison) {
        this(comparison, Verdicts.of(comparison));
    }

    Answer(Comparison comparison, Verdicts verdicts) {
        this.comparison = comparison;
        this.verdicts = verdicts;
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
                    Shareable.of(question.source().data()),
                    question.replicates(),
                    judges() ? "verdict tier" : "exploratory"));
            lines.add(String.format(
                    Locale.ROOT,
                    "%5s  %-31s  %s",
                    "batch",
                    "lowest median error [range]",
                    against(network) + (judges() ? ", mean [97 % interval]" : "")));
            question.batchSizes().forEach(batch -> lines.addAll(lines(network, batch)));
            trend(network).map(Fold::words).ifPresent(lines::addAll);
            lines.add("");
        }
        comparison.refusals().forEach(refusal -> lines.addAll(Fold.words("not run: " + refusal)));
        losses().forEach(loss -> lines.addAll(Fold.words(loss)));
        nextLook().map(Fold::words).ifPresent(lines::addAll);
        return lines;
    }

    /**
     * The table of arms, as {@code summary.csv} has it.
     *
     * @return a row for each arm, those that could not be run as well
     */
    public Table arms() {
        return Summary.of(comparison, verdicts);
    }

    private boolean judges() {
        return comparison.question().tier().judges();
    }

    /**
     * What diverged, and what failed.
     *
     * @return a sentence each; none if all trials ended well
     */
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        String all = " of " + comparison.results().size() + " trials ";
        if (comparison.diverged() > 0) {
            losses.add(comparison.diverged() + all + "diverged: counted as all wrong");
        }
        if (comparison.failed() > 0) {
            losses.add(comparison.failed() + all + "failed on this machine: left out, see the table of all runs;"
                    + " --retry error,oom,timeout runs them again");
        }
        return losses;
    }

    /**
     * How to take the second look.
     *
     * @return one sentence, or empty if it was taken or no arm lacks seeds
     */
    public Optional<String> nextLook() {
        Question question = comparison.question();
        boolean wanted = verdicts.judgements().values().stream()
                .anyMatch(judgement -> judgement.moreReplicates().isPresent());
        return question.looks().stream()
                .filter(look -> wanted && look > question.replicates())
                .findFirst()
                .map(look -> "some arms lack seeds: --seeds " + look + " is the second look, and the last");
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

    private List<String> lines(String network, int batch) {
        return lowest(network, batch).map(this::lines).orElse(List.of());
    }

    private List<String> lines(Arm arm) {
        List<String> parts = new ArrayList<>(evidence(arm));
        parts.set(
                0,
                String.format(
                        Locale.ROOT, "%5d  %-10s %-20s  %s", arm.batchSize(), arm.norm(), errors(arm), parts.get(0)));
        return Fold.parts(parts, "; ", INDENT);
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
        Family family = Family.of(arm.network());
        if (arm.norm().equals(family.baseline())) {
            return evidenceOfBaseline(arm);
        }
        return Standing.of(comparison, arm)
                .map(this::evidence)
                .orElse(List.of("no run of " + family.words() + " to hold it against"));
    }

    /** Nothing stands against the baseline itself; where verdicts are given, the next arm is held against it. */
    private List<String> evidenceOfBaseline(Arm arm) {
        List<String> phrases = new ArrayList<>(List.of("it is the baseline"));
        if (judges()) {
            runnerUp(arm).ifPresent(next -> {
                phrases.add("next is " + next.norm());
                phrases.addAll(evidence(next));
            });
        }
        return phrases;
    }

    private List<String> evidence(Standing standing) {
        Optional<Judgement> judgement = verdicts.on(standing.arm());
        List<String> phrases = new ArrayList<>();
        phrases.add(judgement
                        .map(Answer::points)
                        .orElse(Numbers.fixed(-standing.gains().mean(), 1)) + " points");
        phrases.add("lower in " + standing.lower() + " of " + standing.gains().size() + " seeds");
        judgement.map(Answer::words).ifPresent(phrases::addAll);
        return phrases;
    }

    private static String points(Judgement judgement) {
        Interval interval = judgement.evidence().interval().negated();
        return Numbers.measured(-judgement.evidence().point(), interval.low(), interval.high());
    }

    private static List<String> words(Judgement judgement) {
        List<String> reasons = VerdictWords.reasons(judgement);
        return reasons.isEmpty() ? List.of("\"lower than the baseline\": " + VerdictWords.word(judgement)) : reasons;
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
        String headline = arm.norm() + (judges() ? " has the lowest median error" : ": lowest observed, exploratory");
        List<String> evidence = new ArrayList<>();
        evidence.add(
                "runs " + Numbers.fixed(100 * arm.lowest(), 1) + " to " + Numbers.fixed(100 * arm.highest(), 1) + " %");
        evidence.add(against(network) + ": " + String.join("; ", evidence(arm)));
        runnerUp(arm).ifPresent(next -> evidence.add("next: " + next.norm() + " " + errors(next)));
        String figure = Numbers.percent(arm.median());
        return new VerdictCard(tone(arm), network + ", batch size " + batch, figure, headline, evidence);
    }

    private Tone tone(Arm arm) {
        boolean supported = verdicts.on(arm)
                .filter(judgement -> judgement.verdict() == Verdict.SUPPORTED)
                .isPresent();
        return supported ? Tone.WIN : Tone.UNCLEAR;
    }

    private Optional<Arm> runnerUp(Arm lowest) {
        return comparison.arms(lowest.network(), lowest.batchSize()).stream()
                .filter(arm -> !arm.equals(lowest))
                .min(Comparator.comparingDouble(Arm::median));
    }
}
