package org.normlab.report.page;

import java.util.List;

/**
 * One answer at a glance.
 *
 * @param tone how sure it is
 * @param context where it holds, such as {@code "batch size 4"}
 * @param figure the number that matters, such as {@code "−3.1 points"}; may be empty
 * @param headline the answer in words
 * @param evidence what it rests on, a phrase each: interval, number of seeds, cost, the runner-up
 */
public record VerdictCard(Tone tone, String context, String figure, String headline, List<String> evidence) {
    /**
     * Copies the evidence.
     *
     * @param tone how sure it is
     * @param context where it holds, such as {@code "batch size 4"}
     * @param figure the number that matters, such as {@code "−3.1 points"}; may be empty
     * @param headline the answer in words
     * @param evidence what it rests on, a phrase each: interval, number of seeds, cost, the runner-up
     */
    public VerdictCard {
        evidence = List.copyOf(evidence);
    }

    /** How sure an answer is; shown by a mark and a colour. */
    public enum Tone {
        /** The numbers tell. */
        WIN("\u2713"),
        /** They do not tell yet. */
        UNCLEAR("?"),
        /** Something is wrong or missing. */
        WARNING("!");

        private final String mark;

        Tone(String mark) {
            this.mark = mark;
        }

        /**
         * The sign that tells the tone without colour.
         *
         * @return one character
         */
        public String mark() {
            return mark;
        }

        /**
         * The name of its look.
         *
         * @return a class of the page's style sheet
         */
        public String look() {
            return switch (this) {
                case WIN -> "win";
                case UNCLEAR -> "unclear";
                case WARNING -> "warning";
            };
        }
    }
}
