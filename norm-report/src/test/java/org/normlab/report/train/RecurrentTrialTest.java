package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.NormException;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** From the words of a trial to a trained recurrent network. */
class RecurrentTrialTest {
    private static Trial trial(String network, String norm, String data) {
        return Trial.standard()
                .with(Fields.NETWORK, network)
                .with(Fields.NORM, norm)
                .with(Fields.DATA, data)
                .with(Fields.WIDTH, 8)
                .with(Fields.SAMPLES, 64)
                .with(Fields.BATCH_SIZE, 8)
                .with(Fields.CLIP, 1.0)
                .with(Fields.TRAIN_EXAMPLES, 96)
                .with(Fields.POINTS, 2)
                .with(Fields.EVALUATIONS, List.of("running", "precise", "batch-16"));
    }

    @ParameterizedTest
    @CsvSource({
        "rnn, layer, digits:rows, LN_RNN",
        "gru, batch-step, digits:rows, BN_STEP",
        "lstm, rms, digits:pixels, RMS_LSTM_PAPER",
        "lstm, batch-shared, digits:rows, BN_SHARED",
        "lstm, batch-input, names16, BN_INPUT"
    })
    void isTrainedTwiceWithTheSameBitsAndNamesItsDefinition(String network, String norm, String data, String label) {
        Trial trial = trial(network, norm, data);
        TrialResult first = new Trainer().train(trial);
        assertThat(first.outcome()).isEqualTo(Outcome.OK);
        assertThat(first.provenance().facts()).containsEntry(Provenance.DEFINITION, label);
        assertThat(first.measures().curves())
                .extracting(Curve::name)
                .contains(Measures.ERROR_BY_LENGTH, Measures.GRADIENT_BY_TIME, Measures.INITIAL_GRADIENT_BY_TIME);
        assertThat(new Trainer().train(trial).measures()).isEqualTo(first.measures());
    }

    @Test
    void anotherDefinitionIsAnotherNetwork() {
        Trial paper = trial("lstm", "layer", "digits:rows");
        TrialResult joint = new Trainer().train(paper.with(Fields.DEFINITION, "joint"));
        assertThat(joint.provenance().facts()).containsEntry(Provenance.DEFINITION, "LN_LSTM_JOINT");
        assertThat(joint.measures()).isNotEqualTo(new Trainer().train(paper).measures());
    }

    @ParameterizedTest
    @CsvSource({
        "lstm, batch, digits:rows, batch-step",
        "lstm, group, digits:rows, is not defined for recurrent networks",
        "mlp, batch-step, digits, recurrent",
        "mlp, layer, names16, 'rnn, lstm, gru or transformer'",
        "lstm, layer, digits, no sequence"
    })
    void whatCannotBeBuiltSaysWhy(String network, String norm, String data, String why) {
        assertThatThrownBy(() -> new Trainer().train(trial(network, norm, data).with(Fields.WIDTH, 8)))
                .isInstanceOf(NormException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "none, eps, it has none",
        "layer, gamma, use eps",
        "rms, running-weight, use eps",
        "batch-step, groups, 'use eps, gamma, running-weight'"
    })
    void anOptionWithoutAMeaningIsRefused(String norm, String option, String why) {
        Trial trial = trial("lstm", norm, "digits:rows")
                .with(Fields.NORM_OPTIONS, new TreeMap<>(java.util.Map.of(option, 0.5)));
        assertThatThrownBy(() -> new Trainer().train(trial))
                .isInstanceOf(NormException.class)
                .hasMessageContaining(why);
    }
}
