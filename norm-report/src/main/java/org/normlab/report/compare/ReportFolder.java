package org.normlab.report.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.chart.Chart;
import org.normlab.report.store.ResultTable;
import org.normlab.report.text.Csv;
import org.normlab.report.text.TextFile;

/**
 * The folder of a report: {@code index.html}, {@code results.csv}, {@code summary.csv}, {@code charts/*.svg} and the store.
 *
 * @param path the folder
 */
public record ReportFolder(Path path) {
    private static final String STORE = "store.db";

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
        if (Files.isDirectory(path) && !Files.exists(path.resolve(STORE)) && !isEmpty(path)) {
            throw refuse(path, "exists and holds no report", "name a new folder with --out");
        }
        try {
            Files.createDirectories(path);
            return new ReportFolder(path);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static boolean isEmpty(Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw failure(path, e);
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
     * Writes the report; every file whole or not at all.
     *
     * @param comparison finished
     * @param command what makes it again
     * @return the page
     * @throws NormException RESOURCE if a file cannot be written
     */
    public Path write(Comparison comparison, String command) {
        ReportPage page = new ReportPage(comparison, command);
        try {
            Path charts = Files.createDirectories(path.resolve("charts"));
            for (Map.Entry<String, Chart> chart : page.charts().entrySet()) {
                TextFile.write(
                        charts.resolve(chart.getKey() + ".svg"),
                        chart.getValue().svg());
            }
            TextFile.write(path.resolve("results.csv"), Csv.write(ResultTable.of(comparison.results())));
            TextFile.write(path.resolve("summary.csv"), Csv.write(Summary.of(comparison)));
            Path index = path.resolve("index.html");
            page.page().writeTo(index);
            return index;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static NormException refuse(Path path, String problem, String fix) {
        return NormException.about(Kind.OPTION, "report", "--out", path).because(problem, fix);
    }

    private static NormException failure(Path path, IOException e) {
        return NormException.about(Kind.RESOURCE, "report", "--out", path)
                .because("cannot be written (" + e.getMessage() + ")", "name a folder that can");
    }
}
