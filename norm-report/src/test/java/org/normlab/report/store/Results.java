package org.normlab.report.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normlab.report.text.Csv;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Results for tests: cheap, and decided by the trial alone. */
final class Results {
    private Results() {}

    static Trial trial(int number) {
        return Trial.standard().with(Fields.REPLICATE, "quick-" + number);
    }

    /** Numbers made of the digits of the id, among them one with many bits. */
    static TrialResult result(Trial trial) {
        double share = Long.parseUnsignedLong(trial.id().substring(0, 15), 16) / (double) (1L << 60);
        Curve curve = new Curve("train_loss", new double[] {0, 1, 3}, new double[] {share, -share, 1 / share});
        Measures measures = new Measures(
                new TreeMap<>(Map.of(Measures.TEST_ERROR, share, Measures.TRAIN_ERROR, share / 3, Measures.STEPS, 7.0)),
                List.of(curve));
        return new TrialResult(
                trial, Ending.OK, measures, new Provenance(new TreeMap<>(Map.of("data", "none"))), Timing.NONE);
    }

    static TrialResult failed(Trial trial) {
        return TrialResult.without(trial, new Ending(Outcome.ERROR, "of a reason"));
    }

    static List<TrialResult> all(ResultStore store) {
        List<TrialResult> all = new ArrayList<>();
        store.each(all::add, fault -> {
            throw fault;
        });
        return all;
    }

    static String table(ResultStore store) {
        return Csv.write(ResultTable.canonical(all(store)));
    }
}
