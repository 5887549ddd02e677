package org.normlab.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.store.ResultStore;
import org.normlab.report.store.ResultTable;
import org.normlab.report.store.Stores;
import org.normlab.report.text.AtomicFile;
import org.normlab.report.text.Csv;
import org.normlab.report.text.Latex;
import org.normlab.report.text.Markdown;
import org.normlab.report.text.Nearest;
import org.normlab.report.text.Shareable;
import org.normlab.report.text.Table;
import org.normlab.report.trial.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code norm export}: the results of a store, one row a trial. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the results of a store, one row a trial, to stdout or a file.",
            "",
            "Examples:",
            "  norm export csv --store results.db --out results.csv",
            "  norm export json --store results.db --where norm=group",
            "  norm export csv --store results.db --canonical | sha256sum",
            ""
        })
final class ExportCommand implements Callable<Integer> {

    /** In what form. */
    @SuppressWarnings("checkstyle:MemberName") // the words of the command line
    private enum Format {
        csv(Csv::write),
        json(table -> Json.text(document(table)) + "\n"),
        jsonl(table ->
                Json.rows(table).stream().map(row -> Json.text(row) + "\n").collect(Collectors.joining())),
        md(Markdown::write),
        latex(Latex::write);

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final Function<Table, String> writer;

        Format(Function<Table, String> writer) {
            this.writer = writer;
        }
    }

    @Parameters(arity = "0..1", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: csv).")
    private Format format = Format.csv;

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "A file, or jdbc:postgresql:...")
    private String store = "";

    @Option(names = "--where", paramLabel = "COLUMN=VALUE", description = "Only rows with this value.")
    private Map<String, String> where = Map.of();

    @Option(names = "--canonical", description = "Without clocks, sorted by trial: equal bytes after any resume.")
    private boolean canonical;

    @Option(names = "--salvage", description = "Leaves damaged rows out and names them on stderr; exit code 3.")
    private boolean salvage;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes (default: stdout).")
    private Optional<Path> out = Optional.empty();

    @Option(names = Output.JSON, description = "As FORMAT json; with --out, print what was written.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<TrialResult> results = new ArrayList<>();
        List<NormException> damaged = new ArrayList<>();
        try (ResultStore open = Stores.openToRead(store)) {
            open.each(results::add, salvage ? damaged::add : ExportCommand::refuse);
        }
        damaged.forEach(row -> spec.commandLine().getErr().println("norm export: left out: row " + row.value()));
        Table table = canonical ? ResultTable.canonical(results) : ResultTable.of(results);
        for (Map.Entry<String, String> condition : where.entrySet()) {
            table = only(table, condition.getKey(), condition.getValue());
        }
        String text = (json ? Format.json : format).writer.apply(table);
        if (out.isPresent()) {
            write(out.get(), text);
            spec.commandLine().getOut().println(json ? named(out.get()) : out.get());
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
        return (damaged.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }

    private static void refuse(NormException damaged) {
        throw damaged;
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw NormException.about(Kind.RESOURCE, "export", "--out", file)
                    .because("cannot be written", "check its folder, permissions and free space");
        }
    }

    private static Table only(Table table, String column, String value) {
        int place = table.header().indexOf(column);
        if (place < 0) {
            throw NormException.about(Kind.OPTION, "export", "--where", column)
                    .because("is no column", Nearest.to(column, table.header(), "the first line has their names"));
        }
        return new Table(
                table.header(),
                table.rows().stream()
                        .filter(row -> row.get(place).exact().equals(Shareable.of(value)))
                        .toList());
    }

    /** What was written, in the form of the commands that write files. */
    private static String named(Path file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "norm.export/1");
        document.put("files", Map.of("export", file.toString()));
        return Json.text(document);
    }

    private static Map<String, Object> document(Table table) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "norm.export/1");
        document.put("rows", Json.rows(table));
        return document;
    }
}
