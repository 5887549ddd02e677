package org.normlab.report.page;

import java.util.List;
import org.normlab.report.chart.Chart;
import org.normlab.report.text.Table;

/** A part of a {@link Section}. Every text in it is shown as text, whatever it holds. */
public sealed interface Block {
    /**
     * A paragraph.
     *
     * @param text its words
     */
    record Prose(String text) implements Block {}

    /**
     * Answers side by side.
     *
     * @param cards one an answer
     */
    record Verdicts(List<VerdictCard> cards) implements Block {
        /**
         * Copies the cards.
         *
         * @param cards one an answer
         */
        public Verdicts {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A chart over the whole width, with its words and its numbers.
     *
     * @param chart the chart
     */
    record Figure(Chart chart) implements Block {}

    /**
     * Small charts side by side, each with its title; they are read alike, so the first says how.
     *
     * @param charts the charts
     */
    record Gallery(List<Chart> charts) implements Block {
        /**
         * Copies the charts.
         *
         * @param charts the charts
         */
        public Gallery {
            charts = List.copyOf(charts);
        }
    }

    /**
     * A table that a click on a heading sorts.
     *
     * @param caption what it lists
     * @param table its cells
     */
    record Sheet(String caption, Table table) implements Block {}

    /**
     * Remarks that must not be overlooked, such as variants that could not be built and why.
     *
     * @param title what they are about
     * @param lines one a remark
     */
    record Notes(String title, List<String> lines) implements Block {
        /**
         * Copies the lines.
         *
         * @param title what they are about
         * @param lines one a remark
         */
        public Notes {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Terms and what they stand for: methods, versions, machine.
     *
     * @param facts one a term
     */
    record Facts(List<Fact> facts) implements Block {
        /**
         * Copies the facts.
         *
         * @param facts one a term
         */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One of {@link Facts}.
     *
     * @param term the term
     * @param value what it stands for
     */
    record Fact(String term, String value) {}

    /**
     * A command to be typed.
     *
     * @param purpose what it does
     * @param line the command
     */
    record Command(String purpose, String line) implements Block {}
}
