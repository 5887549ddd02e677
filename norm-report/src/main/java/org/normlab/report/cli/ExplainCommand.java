package org.normlab.report.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.variants.Description;
import org.normlab.variants.Description.Field;
import org.normlab.variants.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code norm explain}: what a variant computes, and what others mean by its name. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says what a variant computes: formula, axes, parameters, defaults, gradients, cost, paper,",
            "and what PyTorch, ONNX, Keras and Flax do differently. Also what a running rule (torch, onnx, ...)",
            "does, when a rule of choice (R1 to R10) applies, and what is known of a claim (C1 to C23), measured",
            "here or not; a claim that can be measured has a study for `norm run`.",
            "Costs are what `norm bench --shapes docs/costs.tsv --threads 1` measures.",
            "",
            "Examples:",
            "  norm explain group",
            "  norm explain C13 --study > C13.yaml",
            "  norm explain layer --json",
            ""
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "A variant, as in `norm list`, a rule or a claim.")
    private String name = "";

    @Option(names = "--study", description = "Prints the study of a claim, and nothing else.")
    private boolean study;

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Optional<Map<String, Object>> topic = Topics.find(name);
        if (study) {
            String file = study(topic.orElse(Map.of()));
            out.answer(() -> file, () -> Map.of(Topics.STUDY, file));
        } else {
            topic.ifPresentOrElse(known -> out.answer(() -> Topics.text(known), () -> known), this::explainVariant);
        }
        return ExitCode.DONE.number();
    }

    private String study(Map<String, Object> topic) {
        if (!topic.containsKey(Topics.STUDY)) {
            throw NormException.about(Kind.OPTION, "explain", "--study", name)
                    .because("has no study", "name a claim that can be measured, such as C13");
        }
        return String.valueOf(topic.get(Topics.STUDY));
    }

    private void explainVariant() {
        Variant variant = catalogue.variant(name);
        Map<String, Object> axes = AxesByLayout.of(variant);
        Map<String, Object> frameworks = Frameworks.of(variant.description());
        out.answer(() -> text(variant.description(), axes, frameworks), () -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", variant.description().id());
            texts(variant.description()).forEach(document::put);
            document.put("layouts", axes);
            document.put("frameworks", frameworks);
            return document;
        });
    }

    private static Map<String, String> texts(Description description) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            String text = description.text(field);
            texts.put(field.name().toLowerCase(Locale.ROOT), said(field, text));
        }
        return texts;
    }

    private static String said(Field field, String text) {
        return switch (field) {
            case DEPENDS -> depends(text);
            default -> text.isEmpty() ? "-" : text;
        };
    }

    private static String depends(String text) {
        String others = switch (text) {
            case "n" -> "on other examples";
            case "t" -> "on other positions of its example, later ones too";
            case "n t" -> "on other examples and positions, later ones too";
            default -> "on no other example or position";
        };
        return others + (text.contains("n") ? " (in training)" : "");
    }

    private static String text(Description description, Map<String, Object> axes, Map<String, Object> frameworks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(description.id(), description.text(Field.DEPARTURE)));
        texts(description).forEach((key, text) -> {
            if (!key.equals("departure") && !text.equals("-")) {
                rows.add(List.of("  " + key, text));
            }
        });
        rows.add(List.of("", ""));
        rows.add(List.of("layout", "one statistic reduces"));
        axes.forEach((shape, line) -> rows.add(List.of("  " + shape, line.toString())));
        if (!frameworks.isEmpty()) {
            rows.add(List.of("", ""));
            rows.add(List.of("framework", "what it means"));
            frameworks.forEach((framework, line) -> rows.add(List.of("  " + framework, line.toString())));
        }
        return Columns.of(rows);
    }
}
