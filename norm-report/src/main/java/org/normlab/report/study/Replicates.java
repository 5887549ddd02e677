package org.normlab.report.study;

import java.util.List;
import java.util.stream.IntStream;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * How often each arm is repeated. Replicates of two phases share no random draws, so a learning rate that was chosen on
 * tuning replicates is judged on fresh ones.
 *
 * @param tuning replicates {@code tune-0, tune-1, ...} that the learning rate is chosen on; 0 means that it is not tuned:
 *     every rate is run on every replicate
 * @param phase the name of the replicates that count, such as {@code verdict} or {@code quick}
 * @param count how many of them
 */
public record Replicates(int tuning, String phase, int count) {
    static final String TUNE = "tune";

    /** What a study has if it names none: three to tune on, ten that count. */
    static final Replicates STANDARD = new Replicates(3, "verdict", 10);

    /** Whether the grid of learning rates may grow. */
    boolean extendsRates() {
        return phase.equals(STANDARD.phase);
    }

    Replicates withTuning(int other) {
        return new Replicates(other, phase, count);
    }

    List<Trial> tuning(Trial arm) {
        return spread(arm, TUNE, tuning);
    }

    List<Trial> counting(Trial arm) {
        return spread(arm, phase, count);
    }

    private static List<Trial> spread(Trial arm, String phase, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> arm.with(Fields.REPLICATE, phase + "-" + number))
                .toList();
    }
}
