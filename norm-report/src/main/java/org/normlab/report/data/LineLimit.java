package org.normlab.report.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader whose records grow beyond what a table can mean; a quoted line break does not end a record. */
final class LineLimit extends FilterReader {
    static final int MAX_CHARACTERS = 16 << 20;
    static final int MAX_COLUMNS = 100_000;

    private boolean quoted;
    private int characters;
    private int columns;

    LineLimit(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        for (int i = from; i < from + read; i++) {
            count(target[i]);
        }
        return read;
    }

    private void count(char c) throws IOException {
        if (c == 0) {
            throw new IOException("a NUL character");
        }
        quoted ^= c == '"';
        boolean ends = !quoted && (c == '\n' || c == '\r');
        characters = ends ? 0 : characters + 1;
        columns = ends ? 0 : columns + (c == ',' ? 1 : 0);
        if (characters > MAX_CHARACTERS || columns >= MAX_COLUMNS) {
            throw new IOException(
                    "a line of more than " + MAX_CHARACTERS + " characters or " + MAX_COLUMNS + " columns");
        }
    }
}
