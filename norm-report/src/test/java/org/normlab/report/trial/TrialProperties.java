package org.normlab.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TrialProperties {
    @Property(tries = 200)
    void aTrialIsReadBackFromItsText(
            @ForAll @Positive double rate, @ForAll @IntRange(min = 1) int batch, @ForAll long seed) {
        Trial trial = Trial.standard()
                .with(Fields.LEARNING_RATE, rate)
                .with(Fields.BATCH_SIZE, batch)
                .with(Fields.ROOT_SEED, seed);
        Trial read = Trial.parse(trial.text());
        assertThat(read).isEqualTo(trial);
        assertThat(read.id()).isEqualTo(trial.id());
        assertThat(read.get(Fields.LEARNING_RATE)).isEqualTo(rate);
    }

    @Property(tries = 200)
    void anotherValueIsAnotherTrial(@ForAll @Positive double rate) {
        Trial trial = Trial.standard().with(Fields.LEARNING_RATE, rate);
        Trial next = trial.with(Fields.LEARNING_RATE, Math.nextDown(rate));
        assertThat(next.id()).isNotEqualTo(trial.id());
        assertThat(next.arm()).isEqualTo(trial.arm());
    }

    @Property(tries = 200)
    void textLosesNothing(
            @ForAll @Size(max = 7) Map<@AlphaChars @StringLength(min = 1, max = 5) String, String> values) {
        SortedMap<String, String> map = new TreeMap<>(values);
        assertThat(Text.parse(Text.of(map))).isEqualTo(map);
    }
}
