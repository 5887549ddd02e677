package org.normlab.report.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.cli.law.Finding;
import org.normlab.report.cli.law.Law;
import org.normlab.report.cli.law.Laws;
import org.normlab.report.cli.law.Verdict;
import org.normlab.report.cli.law.Verdict.Result;
import org.normlab.report.text.Nearest;
import org.normlab.variants.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code norm check}: the laws of a variant, also of a user's own. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tests the laws that a normalizer keeps (see `norm list laws`) on generated inputs. A law that a",
            "variant declares to depart from is off. Ends with exit code 5 if a law is broken.",
            "",
            "Examples:",
            "  norm check",
            "  norm check group --tries 100 --seed 7",
            "  norm check com.example.MyNorm --jar my.jar",
            ""
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "VARIANT",
            description = {
                "A name, as in `norm list`, or the class of a Variant or Normalizer",
                "(default: all variants)."
            })
    private String name = "";

    @Option(names = "--laws", split = ",", paramLabel = "LAW", description = "Only these (default: all).")
    private List<String> laws = List.of();

    @Option(names = "--tries", description = "Inputs a law (default: ${DEFAULT-VALUE}).")
    private int tries = 18;

    @Option(names = "--seed", description = "Root of all draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        if (tries < 1) {
            throw NormException.about(Kind.OPTION, "check", "--tries", tries)
                    .because("is less than 1", "use a positive number");
        }
        List<Law> wanted = wanted();
        List<Variant> variants = name.isEmpty() ? catalogue.variants().all() : List.of(catalogue.variant(name));
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        variants.forEach(variant -> verdicts.put(
                variant.description().id(),
                wanted.stream()
                        .map(law -> Verdict.of(law, variant, tries, seed))
                        .toList()));
        out.answer(() -> verdicts.size() == 1 ? laws(verdicts) : variants(verdicts), () -> document(verdicts));
        boolean broken =
                verdicts.values().stream().flatMap(List::stream).anyMatch(verdict -> verdict.result() == Result.BROKEN);
        return (broken ? ExitCode.REFUSED : ExitCode.DONE).number();
    }

    private List<Law> wanted() {
        List<String> known = Laws.all().stream().map(Law::name).toList();
        laws.stream().filter(law -> !known.contains(law)).forEach(law -> {
            throw NormException.about(Kind.OPTION, "check", "--laws", law)
                    .because("is no law", Nearest.to(law, known, "see `norm list laws`"));
        });
        return Laws.all().stream()
                .filter(law -> laws.isEmpty() || laws.contains(law.name()))
                .toList();
    }

    /** A line a law. */
    private String laws(Map<String, List<Verdict>> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        verdicts.forEach((variant, all) -> {
            rows.add(List.of(variant, "result", "tries", "worst element"));
            all.forEach(verdict -> rows.add(List.of(
                    verdict.law().name(), word(verdict.result()), String.valueOf(verdict.tries()), worst(verdict))));
        });
        return Columns.of(rows) + "seed " + seed + "\n";
    }

    /** A line a variant, and below it each broken law. */
    private String variants(Map<String, List<Verdict>> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variant", "hold", "off", "broken", "laws that are off, or broken"));
        verdicts.forEach((variant, all) -> rows.add(List.of(
                variant,
                count(all, Result.HOLDS),
                count(all, Result.OFF),
                count(all, Result.BROKEN),
                all.stream()
                        .filter(verdict -> verdict.result() != Result.HOLDS)
                        .map(verdict -> verdict.result() == Result.OFF
                                ? verdict.law().name()
                                : "BROKEN " + verdict.law().name() + ": " + worst(verdict))
                        .collect(Collectors.joining(", ")))));
        return Columns.of(rows) + "seed " + seed + ", " + tries + " tries a law\n";
    }

    private static String count(List<Verdict> verdicts, Result result) {
        return String.valueOf(
                verdicts.stream().filter(verdict -> verdict.result() == result).count());
    }

    private static String word(Result result) {
        return result == Result.BROKEN ? result.name() : result.name().toLowerCase(Locale.ROOT);
    }

    private static String worst(Verdict verdict) {
        Finding worst = verdict.worst();
        if (!verdict.reason().isEmpty()) {
            return verdict.reason();
        }
        if (worst.error() == 0) {
            return "exact";
        }
        return worst.place() + "[" + worst.element() + "] expected " + Decimal.of(worst.expected()) + ", got "
                + Decimal.of(worst.got()) + ", " + Decimal.of(worst.ulps()) + " ulps; error "
                + Decimal.of(worst.error())
                + " of " + Decimal.of(worst.allowed());
    }

    private Map<String, Object> document(Map<String, List<Verdict>> verdicts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", seed);
        document.put("tries", tries);
        Map<String, Object> variants = new LinkedHashMap<>();
        verdicts.forEach((variant, all) ->
                variants.put(variant, all.stream().map(CheckCommand::entry).toList()));
        document.put("variants", variants);
        return document;
    }

    private static Map<String, Object> entry(Verdict verdict) {
        Finding worst = verdict.worst();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("law", verdict.law().name());
        entry.put("statement", verdict.law().statement());
        entry.put("result", verdict.result().name().toLowerCase(Locale.ROOT));
        entry.put("tries", verdict.tries());
        entry.put("reason", verdict.reason());
        entry.put("place", worst.place());
        entry.put("element", worst.element());
        entry.put("expected", worst.expected());
        entry.put("got", worst.got());
        entry.put("ulps", worst.ulps());
        entry.put("error", worst.error());
        entry.put("allowed", worst.allowed());
        return entry;
    }
}
