package org.normlab.report.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.chart.Chart;
import org.normlab.report.page.Page;
import org.normlab.report.store.ResultTable;
import org.normlab.report.text.AtomicFile;
import org.normlab.report.text.Csv;
import org.normlab.report.train.Trainer;

/**
 * The folder of a report: {@code index.html}, {@code results.csv}, {@code summary.csv}, {@code charts/*.svg} and the store.
 *
 * @param path the folder
 */
public record ReportFolder(Path path) {
    private static final String STORE = "store.db";
    private static final String PAGE = "index.html";
    private static final String CHARTS = "charts";
    private static final String RESULTS = "results.csv";
    private static final String SUMMARY = "summary.csv";

    /**
     * Makes the folder, or goes on in one that holds an earlier report.
     *
     * @param path where
     * @return the folder
     * @throws NormException OPTION if something else is there; RESOURCE if it cannot be made
     */
    public static ReportFolder open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw refuse(path, "is a file", "name a folder");
        }
        try {
            if (Files.isDirectory(path) && !isReport(path) && !isEmpty(path)) {
                throw refuse(path, "exists and holds no report", "name a new folder with --out");
            }
            Files.createDirectories(path);
            return new ReportFolder(path);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /**
     * A report is known by its page, which is written first; a store alone is that of a report not written yet, unless
     * something of a report's names lies beside it, which is then somebody else's.
     */
    private static boolean isReport(Path path) throws IOException {
        return Page.isOurs(path.resolve(PAGE))
                || Files.exists(path.resolve(STORE))
                        && Stream.of(PAGE, CHARTS, RESULTS, SUMMARY)
                                .noneMatch(name -> Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Where the store is.
     *
     * @return a path for {@link org.normlab.report.store.Stores#open}
     */
    public String store() {
        return path.resolve(STORE).toString();
    }

    /**
     * Writes the report in place of an earlier one; every file whole or not at all. The page comes first: it makes the folder a
     * report, should a later file fail.
     *
     * @param comparison finished
     * @param command what makes it again
     * @return the page
     * @throws NormException RESOURCE if a file cannot be written
     */
    public Path write(Comparison comparison, String command) {
        ReportPage page = new ReportPage(comparison, command);
        try {
            Path index = path.resolve(PAGE);
            page.page().writeTo(index);
            Path charts = Files.createDirectories(path.resolve(CHARTS));
            clear(charts);
            for (Map.Entry<String, Chart> chart : page.charts().entrySet()) {
                AtomicFile.write(
                        charts.resolve(chart.getKey() + ".svg"),
                        chart.getValue().svg());
            }
            AtomicFile.write(path.resolve(RESULTS), Csv.write(ResultTable.of(comparison.results())));
            AtomicFile.write(path.resolve(SUMMARY), Csv.write(page.summary()));
            return index;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** An earlier report may have had networks that this one has not. */
    private static void clear(Path charts) throws IOException {
        try (Stream<Path> files = Files.list(charts)) {
            for (Path file : files.filter(ReportFolder::isChart).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isChart(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".svg") && Trainer.networks().stream().anyMatch(network -> name.startsWith(network + "-"));
    }

    private static NormException refuse(Path path, String problem, String fix) {
        return NormException.about(Kind.OPTION, "report", "--out", path).because(problem, fix);
    }

    private static NormException failure(Path path, IOException e) {
        return NormException.about(Kind.RESOURCE, "report", "--out", path)
                .because("cannot be written (" + e.getMessage() + ")", "name a folder that can");
    }
}
