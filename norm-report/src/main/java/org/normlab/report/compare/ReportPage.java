package org.normlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.normlab.report.chart.Chart;
import org.normlab.report.page.Block;
import org.normlab.report.page.Page;
import org.normlab.report.page.Section;
import org.normlab.report.store.ResultTable;
import org.normlab.report.text.Shareable;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Release;
import org.normlab.report.trial.Timing;

/** The page of a comparison. */
final class ReportPage {
    private static final String ANSWER =
            "Median test error, lowest to highest over seeds. Differences are means over paired seeds; where one has an interval"
                    + " in brackets, it is that of 97 % (BCa).";
    private static final String ERRORS =
            "The smaller the batch, the fewer values batch norm takes each mean and variance of; norms that look at one"
                    + " example at a time do not change.";
    private static final String DIFFERENCES =
            "Both arms of a pair saw the same split, order and first weights, so a difference is the norm's and the"
                    + " learning rate's alone.";
    private static final String CURVES = "How fast each norm learns at its own best learning rate.";
    private static final String RATES =
            "Every arm was tuned with equally many trials. A best rate at the edge of the grid means that the grid was"
                    + " too narrow for that arm. Octaves: how far neighbouring rates reach that are within a point of the best"
                    + " validation error. The expected errors are of rates drawn at random from the grid (Dodge et al. 2019).";

    private static final String SEQUENCES =
            "Error and gradient norm against time step. Batch norm for each step keeps running statistics up to the longest"
                    + " length seen in training and uses the last beyond; shared statistics are one average for all steps."
                    + " Reported elsewhere: shared statistics are no help (Laurent et al. 2016), statistics for each step"
                    + " with gamma 0.1 are (Cooijmans et al. 2017), and so is layer norm (Ba et al. 2016).";

    private final Comparison comparison;
    private final Verdicts verdicts;
    private final Answer answer;
    private final String command;

    ReportPage(Comparison comparison, String command) {
        this.comparison = comparison;
        this.verdicts = Verdicts.of(comparison);
        this.answer = new Answer(comparison, verdicts);
        this.command = command;
    }

    Page page() {
        Question question = comparison.question();
        String subtitle = String.join(" and ", question.networks()) + " on "
                + Shareable.of(question.source().data()) + ", batch sizes " + question.batchSizes() + ", "
                + question.replicates()
                + " paired seeds. "
                + (question.tier().judges()
                        ? "Verdict tier."
                        : "Exploratory: too few seeds for a verdict; what was observed, no more.");
        return Page.of("Which normalization should this network use?", subtitle, sections());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(answerSection());
        sections.add(figures("Error against batch size", ERRORS, Charts::errors));
        sections.add(figures("Difference from the baseline", DIFFERENCES, Charts::differences));
        sections.add(new Section("Learning curves", CURVES, galleries(Charts::learningCurves)));
        sections.add(rates());
        sequences().ifPresent(sections::add);
        Gap.section(comparison).ifPresent(sections::add);
        sections.add(SmallBatch.section(comparison));
        sections.add(Literature.section(comparison));
        sections.add(figures("Cost", "What a norm costs in training.", Charts::cost));
        sections.add(runs());
        sections.add(methods());
        return sections;
    }

    private Section answerSection() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Verdicts(answer.cards()));
        comparison
                .question()
                .networks()
                .forEach(network -> answer.trend(network)
                        .ifPresent(words -> blocks.add(new Block.Prose(network + ": " + words + "."))));
        if (comparison.question().tier().judges()) {
            blocks.add(new Block.Sheet("Verdict on every arm", VerdictTable.of(comparison, verdicts)));
        }
        List<String> notes = new ArrayList<>(comparison.refusals());
        notes.addAll(answer.losses());
        answer.nextLook().ifPresent(notes::add);
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes("Not run, or not to be overlooked", notes));
        }
        return new Section("The answer", ANSWER, blocks);
    }

    /** The table of arms. */
    Table summary() {
        return Summary.of(comparison, verdicts);
    }

    /** A figure a network. */
    private Section figures(String title, String intro, Function<Charts, Chart> chart) {
        return new Section(
                title,
                intro,
                comparison.question().networks().stream()
                        .<Block>map(network -> new Block.Figure(chart.apply(new Charts(comparison, network))))
                        .toList());
    }

    private Section rates() {
        List<Block> blocks = galleries(Charts::learningRates);
        blocks.add(new Block.Sheet("What tuning asks of each arm", RateTable.of(comparison)));
        return new Section("Learning rates", RATES, blocks);
    }

    /** A gallery a network. */
    private List<Block> galleries(Function<Charts, List<Chart>> charts) {
        List<Block> galleries = new ArrayList<>();
        for (String network : comparison.question().networks()) {
            galleries.add(new Block.Gallery(charts.apply(new Charts(comparison, network))));
        }
        return galleries;
    }

    private Optional<Section> sequences() {
        List<Block> galleries = comparison.question().networks().stream()
                .map(network -> new SequenceCharts(comparison, network).all())
                .filter(charts -> !charts.isEmpty())
                .<Block>map(Block.Gallery::new)
                .toList();
        return galleries.isEmpty() ? Optional.empty() : Optional.of(new Section("Sequences", SEQUENCES, galleries));
    }

    private Section runs() {
        return Section.of(
                "All runs",
                "Arms first, then every trial, tuning included; nothing is left out.",
                new Block.Sheet("Arms", summary()),
                new Block.Sheet("Trials", Compact.of(ResultTable.of(comparison.results()))));
    }

    private Section methods() {
        List<Block.Fact> facts = new ArrayList<>();
        Question question = comparison.question();
        facts.add(new Block.Fact("page written by", Release.name()));
        facts.add(new Block.Fact("data", Shareable.of(question.source().data())));
        facts.add(new Block.Fact(
                "root seed", question.source().seed() + ", L64X128MixRandom, a stream for each purpose"));
        question.networks()
                .forEach(network -> facts.add(new Block.Fact(
                        "budget, " + network,
                        question.tier().budget(network).samples() + " samples seen in every training")));
        definitions().forEach(name -> facts.add(new Block.Fact("recurrent norm", name)));
        facts.add(new Block.Fact(
                "learning rate",
                "chosen for every arm by validation error on " + question.tier().tuning()
                        + " tuning seed(s) that are not used again"));
        facts.add(new Block.Fact(
                "optimizer", "SGD with momentum 0.9; constant rate, then linear to 0 over the last quarter"));
        facts.add(new Block.Fact("diverged runs", "count as all wrong"));
        facts.add(new Block.Fact("failed runs", "are left out; an arm with one gets no verdict"));
        facts.addAll(provenance());
        return new Section(
                "How it was made",
                "Program, data, seeds and the command. Absolute paths are cut to their last name and database addresses to the"
                        + " database, so that the page can be passed on.",
                List.of(new Block.Facts(facts), new Block.Command("To make it again:", command)));
    }

    /** What the trials themselves keep, their machines among it: one value if all agree, else all, of starts first and last. */
    private List<Block.Fact> provenance() {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        comparison.results().stream()
                .flatMap(result ->
                        Stream.of(result.provenance().facts(), result.timing().facts()))
                .forEach(facts -> facts.forEach((name, value) ->
                        values.computeIfAbsent(name, n -> new TreeSet<>()).add(Shareable.of(value))));
        values.computeIfPresent(Timing.START, (name, all) -> new TreeSet<>(List.of(all.first(), all.last())));
        values.remove(Provenance.DEFINITION); // has facts of its own
        return values.entrySet().stream()
                .map(e -> new Block.Fact(e.getKey().replace('_', ' '), String.join("; ", e.getValue())))
                .toList();
    }

    /** Which published definition each recurrent norm is: layers of different definitions are different networks. */
    private List<String> definitions() {
        return comparison.results().stream()
                .flatMap(result ->
                        Optional.ofNullable(result.provenance().facts().get(Provenance.DEFINITION))
                                .map(label -> result.trial().get(Fields.NORM) + " in "
                                        + result.trial().get(Fields.NETWORK) + ": " + label)
                                .stream())
                .distinct()
                .toList();
    }

    /** The charts by file name. */
    Map<String, Chart> charts() {
        Map<String, Chart> charts = new TreeMap<>();
        for (String network : comparison.question().networks()) {
            Charts of = new Charts(comparison, network);
            charts.put(network + "-error", of.errors());
            charts.put(network + "-difference", of.differences());
            charts.put(network + "-cost", of.cost());
            List<Chart> sequences = new SequenceCharts(comparison, network).all();
            for (int i = 0; i < sequences.size(); i++) {
                charts.put(network + "-sequences-" + (i + 1), sequences.get(i));
            }
        }
        return charts;
    }
}
