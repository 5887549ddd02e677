package org.normlab.report.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.normlab.core.NormException;

/**
 * Comma-separated tables of numbers with one label column: the one named {@code label}, else the last.
 *
 * <p>UTF-8 by RFC 4180, with or without a line of names. A number is written {@code -12.5e-3}: ASCII digits, a point, an
 * exponent, finite in float32; nothing else is a number, neither NaN nor an empty cell.
 */
final class Csv {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setIgnoreEmptyLines(true)
            .build();
    private static final String LABEL = "label";

    private final Content content;
    private final Table table = new Table();
    private int width = -1;
    private int labelColumn;

    private Csv(Content content) {
        this.content = content;
    }

    /** A user's table: the first line holds names if one of its feature cells is no number or one of its cells is "label". */
    static Table read(Content content) throws IOException {
        return new Csv(content).parse();
    }

    private Table parse() throws IOException {
        var reader = new InputStreamReader(withoutMark(content), StandardCharsets.UTF_8.newDecoder());
        try (CSVParser parser = CSVParser.parse(new LineLimit(reader), FORMAT)) {
            for (CSVRecord record : parser) {
                add(record, parser.getCurrentLineNumber());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalStateException e) {
            throw refuse("line 1", "quotes", "are not closed or not doubled", "quote cells as RFC 4180 says");
        }
        if (table.labels().isEmpty()) {
            throw refuse("line 1", "no row", "holds numbers", "give one line an example");
        }
        return table;
    }

    private static PushbackInputStream withoutMark(Content content) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(content.rest(), 3);
        byte[] start = stream.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        if (!mark) {
            stream.unread(start);
        }
        return stream;
    }

    private void add(CSVRecord record, long line) {
        String place = "line " + line;
        if (width < 0) {
            begin(record, place);
            if (isHeader(record)) {
                return;
            }
        }
        if (record.size() != width) {
            throw refuse(
                    place, record.size() + " cells", "are not the " + width + " of the first line", "fill the table");
        }
        for (int column = 0; column < width; column++) {
            String cell = record.get(column).strip();
            if (column == labelColumn) {
                table.label(label(place, cell));
            } else {
                table.add(number(place + ", column " + (column + 1), cell));
            }
        }
    }

    private void begin(CSVRecord first, String place) {
        width = first.size();
        if (width < 2) {
            throw refuse(place, first.get(0), "is a single cell", "give comma-separated features and a label");
        }
        int named = names(first).indexOf(LABEL);
        labelColumn = named < 0 ? width - 1 : named;
        if (isHeader(first)) {
            Set<String> seen = new HashSet<>();
            for (String name : names(first)) {
                if (name.isEmpty() || !seen.add(name)) {
                    throw refuse(
                            place, name, "is an empty or repeated column name", "give each column a name of its own");
                }
            }
        }
    }

    private boolean isHeader(CSVRecord first) {
        List<String> names = names(first);
        return names.contains(LABEL)
                || names.subList(0, width - 1).stream()
                        .anyMatch(cell -> !NUMBER.matcher(cell).matches());
    }

    private static List<String> names(CSVRecord first) {
        return first.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private String label(String place, String cell) {
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
            throw refuse(place + ", column " + (labelColumn + 1), "\"" + cell + "\"", "is no label", "name the class");
        }
        return cell;
    }

    private double number(String place, String cell) {
        if (NUMBER.matcher(cell).matches()) {
            double value = Double.parseDouble(cell);
            if (Float.isFinite((float) value)) {
                return value;
            }
        }
        throw refuse(place, "\"" + cell + "\"", "is not a finite number", "write it like -12.5 or 1e-3");
    }

    private NormException refuse(String place, Object value, String problem, String fix) {
        return Refusal.of(content.name(), place, value, problem, fix);
    }
}
