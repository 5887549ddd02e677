package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;

/** A value that a training takes makes it another training; the others are refused. */
class UnheededTest {
    private static final String REST =
            "width=8 samples=64 batch_size=8 train_examples=96 points=0 learning_rate=0.125 optimizer=sgd ";

    /** The standard trial with fields of other values. */
    private static Trial trial(String words) {
        Trial trial = Trial.standard();
        for (String word : (REST + words).split(" ")) {
            String[] parts = word.split("=");
            trial = trial.withText(Fields.named(parts[0]).orElseThrow(), parts[1]);
        }
        return trial;
    }

    @ParameterizedTest
    @CsvSource({
        "network=rnn data=digits:rows norm=layer activation=sigmoid, nonlinearities",
        "network=gru data=digits:rows norm=none placement=after, norms of a cell",
        "network=gru data=digits:rows norm=layer definition=joint, lstm alone",
        "network=lstm data=digits:rows norm=none definition=joint, lstm alone",
        "network=mlp norm=layer definition=joint, lstm alone",
        "optimizer=adam momentum=0.5, has its own",
        "network=lstm data=names16 norm=none input_scale=2, scales no symbols"
    })
    void whatChangesNothingIsRefused(String words, String why) {
        assertThatThrownBy(() -> new Trainer().train(trial(words)))
                .isInstanceOf(NormException.class)
                .hasMessageContaining(why)
                .hasMessageEndingWith("leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "norm=batch activation=sigmoid",
                "norm=batch placement=after",
                "optimizer=rmsprop momentum=0.5",
                "optimizer=adam learning_rate=0.01",
                "network=lstm data=digits:rows norm=layer definition=joint",
                "network=rnn data=digits:rows norm=none input_scale=2",
                "network=rnn data=digits:rows norm=none dropout=0.5",
                "network=rnn data=digits:rows norm=none initialization=he",
                "network=transformer data=names16 norm=layer placement=after",
                "network=transformer data=names16 norm=layer dropout=0.5"
            })
    void whatIsTakenMakesAnotherTraining(String words) {
        List<String> all = Arrays.asList(words.split(" "));
        String without = String.join(" ", all.subList(0, all.size() - 1));
        assertThat(measures(words)).isNotEqualTo(measures(without));
    }

    private static Measures measures(String words) {
        var result = new Trainer().train(trial(words));
        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        return result.measures();
    }

    @Test
    void whatNothingReadsHasOneValue() {
        assertThatThrownBy(() -> Trial.standard().with(Fields.STATISTICS_BATCH, 8))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("ghost-batch");
        assertThatThrownBy(() -> Trial.standard().with(Fields.PROBES, List.of("gradients")))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("no probes");
    }
}
