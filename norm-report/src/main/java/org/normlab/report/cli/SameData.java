package org.normlab.report.cli;

import java.util.Optional;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.study.Ledger;
import org.normlab.report.train.Trainer;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * A ledger that refuses results of other data than there are now: a trial names a file, and the file may have changed since
 * another trial saw it.
 *
 * @param ledger keeps the results
 * @param trainer sees the data as they are now
 */
record SameData(Ledger ledger, Trainer trainer) implements Ledger {
    private static final int SHOWN = 12;

    @Override
    public Claim claim(Trial trial, Set<Outcome> again) {
        return ledger.claim(trial, again);
    }

    @Override
    public void release(Trial trial) {
        ledger.release(trial);
    }

    @Override
    public void save(TrialResult result) {
        ledger.save(result);
    }

    @Override
    public Optional<TrialResult> find(String id) {
        Optional<TrialResult> found = ledger.find(id);
        found.ifPresent(this::check);
        return found;
    }

    /** A result that never saw its data, such as a failure, says nothing of them. */
    private void check(TrialResult result) {
        String before = result.provenance().facts().getOrDefault(Provenance.DATA_SHA256, "");
        if (!before.isEmpty() && !before.equals(trainer.dataSha256(result.trial()))) {
            String now = trainer.dataSha256(result.trial());
            throw NormException.about(
                            Kind.STATE, "store", "data", result.trial().get(Fields.DATA))
                    .because(
                            "has changed since its results were saved: sha256 was " + before.substring(0, SHOWN)
                                    + "..., is " + now.substring(0, SHOWN) + "...",
                            "put the old file back, or use another store for the new one");
        }
    }
}
