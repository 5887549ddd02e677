package org.normlab.report.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.normlab.core.RunningRule;
import org.normlab.report.bench.Workloads;
import org.normlab.report.cli.law.Laws;
import org.normlab.report.data.Bundled;
import org.normlab.report.data.FullSet;
import org.normlab.report.study.StudyFile;
import org.normlab.report.train.Trainer;
import org.normlab.variants.Description;
import org.normlab.variants.Description.Field;
import org.normlab.variants.Variant;
import org.normlab.variants.Variants;

/**
 * A table of things that have names.
 *
 * @param shown the keys that people see
 * @param entries everything that is known of each, by key
 */
record Listing(List<String> shown, List<Map<String, Object>> entries) {
    private static final String NAME = "name";
    private static final String WHAT = "what";
    private static final Map<String, String> NETWORKS = Map.of(
            "mlp", "fully connected layers",
            "resmlp", "fully connected layers with residual connections",
            "cnn", "convolutions",
            "rnn", "plain recurrent network over sequences",
            "lstm", "long short-term memory over sequences",
            "gru", "gated recurrent units over sequences",
            "transformer", "one block of attention over sequences");

    /** Keys whose values are names. */
    private static final Map<String, String> NAMES = Map.of(
            "network", "a name of `norm list networks`",
            "norm", "a name of `norm list`, or batch-input, batch-shared, batch-step in a cell",
            "running_rule", "a name of `norm list rules`",
            "data", "a name of `norm data list`, or the path of your own");

    static Listing variants(Variants variants) {
        return of(
                List.of(NAME, "axes", "departure"), variants.all().stream().map(Variant::description), description -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put(NAME, description.id());
                    for (Field field : Field.values()) {
                        entry.put(field.name().toLowerCase(Locale.ROOT), text(description, field));
                    }
                    return entry;
                });
    }

    private static String text(Description description, Field field) {
        String text = description.text(field);
        return text.isEmpty() ? "-" : text;
    }

    static Listing data() {
        Stream<Map<String, Object>> bundled =
                Arrays.stream(Bundled.values()).map(set -> entry(set.toString(), "where", "bundled"));
        Stream<Map<String, Object>> full = Arrays.stream(FullSet.values())
                .map(set -> entry(
                        set.toString(),
                        "where",
                        set.isFetched() ? set.folder().toString() : "not here; run: norm data get " + set));
        return new Listing(List.of(NAME, "where"), Stream.concat(bundled, full).toList());
    }

    static Listing networks() {
        return of(
                List.of(NAME, WHAT),
                Trainer.networks().stream(),
                network -> entry(network, WHAT, NETWORKS.getOrDefault(network, "-")));
    }

    /** The keys of a study file. */
    static Listing keys() {
        return of(List.of(NAME, "default", "values"), StudyFile.keys().stream(), key -> {
            Map<String, Object> entry = entry(key.name(), "default", key.standard());
            entry.put("values", NAMES.getOrDefault(key.name(), key.values()));
            return entry;
        });
    }

    static Listing rules() {
        return of(List.of(NAME, "weight_of_new_batch", "average", "variance"), RunningRule.all().stream(), rule -> {
            Map<String, Object> entry = entry(
                    word(rule.name()),
                    "weight_of_new_batch",
                    rule.average() == RunningRule.Average.EQUAL ? "1/t" : Decimal.of(rule.weightOfNewBatch()));
            entry.put("average", word(rule.average().name()));
            entry.put("variance", word(rule.divisor().name()));
            return entry;
        });
    }

    static Listing claims() {
        return new Listing(List.of(NAME, "claim"), Topics.claims());
    }

    static Listing shapes() {
        return of(List.of("variant", "shape", "source"), Workloads.bundled().stream(), workload -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("variant", workload.label());
            entry.put("shape", workload.shape().toString());
            entry.put("source", workload.source());
            return entry;
        });
    }

    static Listing laws() {
        return of(
                List.of(NAME, "statement"),
                Laws.all().stream(),
                law -> entry(law.name(), "statement", law.statement()));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> entry(String name, String key, Object value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(NAME, name);
        entry.put(key, value);
        return entry;
    }

    private static <T> Listing of(List<String> shown, Stream<T> things, Function<T, Map<String, Object>> entry) {
        return new Listing(shown, things.map(entry).toList());
    }

    /** The shown keys as columns. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(shown);
        entries.forEach(entry -> rows.add(
                shown.stream().map(key -> String.valueOf(entry.get(key))).toList()));
        return Columns.of(rows);
    }
}
