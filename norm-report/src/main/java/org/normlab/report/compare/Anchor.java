package org.normlab.report.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A published result, and what it predicts here: at one end of the batch sizes, one norm has a lower error than another.
 *
 * @param networks kinds of network that it speaks of
 * @param lower the norm that is said to be better
 * @param higher the norm that is said to be worse
 * @param end where
 * @param statement what was found, with its figures
 * @param mark how well it is known: read in the paper P, in the authors' repository R, in notes N, in the abstract A, derived D
 * @param source authors and year
 * @param otherwise what differs between their set-up and ours, should it come out otherwise
 */
record Anchor(
        List<String> networks,
        String lower,
        String higher,
        End end,
        String statement,
        String mark,
        String source,
        String otherwise) {

    /** One end of the batch sizes. */
    enum End {
        SMALLEST,
        LARGEST
    }

    /** The bundled ones, in the order of the file. */
    static List<Anchor> all() {
        InputStream stream = Objects.requireNonNull(Anchor.class.getResourceAsStream("literature.tsv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Anchor::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Anchor parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Anchor(
                Arrays.asList(cells[0].split(" ")),
                cells[1],
                cells[2],
                End.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                cells[4],
                cells[5],
                cells[6],
                cells[7]);
    }
}
