package org.normlab.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final String LONG = "x".repeat(40);

    @Test
    void whatFitsStaysOnItsLine() {
        assertThat(Fold.parts(List.of(LONG, LONG.substring(3)), "; ", 7))
                .containsExactly(LONG + "; " + LONG.substring(3));
    }

    @Test
    void whatDoesNotGoesToTheNextIndented() {
        assertThat(Fold.parts(List.of(LONG, LONG, "a", LONG), "; ", 7))
                .containsExactly(LONG + ";", "       " + LONG + "; a;", "       " + LONG);
    }

    @Test
    void sentencesBreakBetweenWords() {
        assertThat(Fold.words("one " + LONG + " " + LONG)).containsExactly("one " + LONG, "  " + LONG);
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        assertThat(Fold.words("a " + LONG + LONG + LONG)).containsExactly("a", "  " + LONG + LONG + LONG);
    }
}
