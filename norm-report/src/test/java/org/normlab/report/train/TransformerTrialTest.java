package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normlab.core.NormException;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Release;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** From the words of a trial to a trained transformer. */
class TransformerTrialTest {
    private static Trial trial(String norm, String data) {
        return Trial.standard()
                .with(Fields.NETWORK, "transformer")
                .with(Fields.NORM, norm)
                .with(Fields.DATA, data)
                .with(Fields.WIDTH, 8)
                .with(Fields.SAMPLES, 64)
                .with(Fields.BATCH_SIZE, 8)
                .with(Fields.TRAIN_EXAMPLES, 96)
                .with(Fields.POINTS, 2)
                .with(Fields.EVALUATIONS, List.of("running", "precise", "batch-16"));
    }

    @ParameterizedTest
    @CsvSource({
        "none, names16, before",
        "layer, names16, after",
        "rms, digits:rows, before",
        "dynamic-tanh, names16, before",
        "batch, names16, after"
    })
    void isTrainedTwiceWithTheSameBits(String norm, String data, String placement) {
        Trial trial = trial(norm, data).with(Fields.PLACEMENT, placement);
        TrialResult first = new Trainer().train(trial);
        assertThat(first.outcome()).isEqualTo(Outcome.OK);
        assertThat(first.measures().curves()).extracting(Curve::name).contains(Measures.ERROR_BY_LENGTH);
        assertThat(first.provenance().facts()).containsEntry("program", Release.name());
        assertThat(new Trainer().train(trial).measures()).isEqualTo(first.measures());
    }

    @ParameterizedTest
    @CsvSource({"layer, digits, no sequence", "batch-step, names16, recurrent", "instance, names16, no spatial axis"})
    void whatCannotBeBuiltSaysWhy(String norm, String data, String why) {
        assertThatThrownBy(() -> new Trainer().train(trial(norm, data)))
                .isInstanceOf(NormException.class)
                .hasMessageContaining(why);
    }

    @Test
    void moreThanOneBlockIsRefused() {
        Trial deep = trial("layer", "names16").with(Fields.DEPTH, 2);
        assertThatThrownBy(() -> new Trainer().train(deep))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("one block");
    }
}
