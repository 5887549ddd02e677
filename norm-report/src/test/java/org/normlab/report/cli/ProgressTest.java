package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.normlab.report.study.Tally;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

class ProgressTest {
    private static String line(Tally tally) {
        StringWriter err = new StringWriter();
        Progress progress = Progress.of(Progress.Kind.bar, "run", new PrintWriter(err));
        progress.begin(9);
        progress.accept(TrialResult.without(Trial.standard(), Ending.OK), tally);
        return err.toString();
    }

    private static Tally tally(double least, double most) {
        return new Tally(1, new TreeMap<>(Map.of(Outcome.OK, 2)), 1, 5, least, most);
    }

    @Test
    void theRestIsARangeUntilEveryKindWasSeen() {
        assertThat(line(tally(60, 140))).contains("3/9 33 %", "ETA 1:40 +-0:40");
    }

    @Test
    void theRestIsOneNumberOnceEveryKindWasSeen() {
        assertThat(line(tally(61, 61))).contains("ETA 1:01  ");
    }
}
