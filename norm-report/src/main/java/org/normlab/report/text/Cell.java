package org.normlab.report.text;

/** One value of a {@link Table}: what a person sees, and what a file keeps. */
public sealed interface Cell {
    /**
     * Words.
     *
     * @param shown the text, as it is
     */
    record Text(String shown) implements Cell {
        @Override
        public String exact() {
            return shown;
        }
    }

    /**
     * A whole number, such as a seed or a count.
     *
     * @param value the number
     */
    record Whole(long value) implements Cell {
        @Override
        public String shown() {
            return Long.toString(value);
        }

        @Override
        public String exact() {
            return Long.toString(value);
        }
    }

    /**
     * A measured number.
     *
     * @param value the number, which files keep to the last bit
     * @param shown the same, rounded for people
     */
    record Real(double value, String shown) implements Cell {
        @Override
        public String exact() {
            return Numbers.exact(value);
        }
    }

    /**
     * The text for people.
     *
     * @return any text; a page escapes it
     */
    String shown();

    /**
     * The text for files.
     *
     * @return a number that reads back exactly, or the words
     */
    String exact();

    /**
     * Words.
     *
     * @param text any text
     * @return the cell
     */
    static Cell of(String text) {
        return new Text(text);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the cell
     */
    static Cell of(long value) {
        return new Whole(value);
    }

    /**
     * A measured number, shown with three significant digits.
     *
     * @param value the number
     * @return the cell
     */
    static Cell of(double value) {
        return new Real(value, Numbers.rounded(value));
    }

    /**
     * A share, shown as a percentage and kept as the share.
     *
     * @param share 1 is the whole
     * @return the cell
     */
    static Cell percent(double share) {
        return new Real(share, Numbers.percent(share));
    }
}
