package org.normlab.report.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** Keeps results for a test, and lets it play another process that holds claims. */
final class MemoryLedger implements Ledger {
    final Map<String, TrialResult> results = new HashMap<>();
    final Set<Trial> claims = new HashSet<>();

    @Override
    public synchronized Claim claim(Trial trial, Set<Outcome> again) {
        Optional<TrialResult> found = find(trial.id());
        if (found.isPresent() && !again.contains(found.get().outcome())) {
            return Claim.DONE;
        }
        return claims.add(trial) ? Claim.MINE : Claim.TAKEN;
    }

    @Override
    public synchronized void release(Trial trial) {
        claims.remove(trial);
    }

    @Override
    public synchronized void save(TrialResult result) {
        results.put(result.trial().id(), result);
        claims.remove(result.trial());
    }

    @Override
    public synchronized Optional<TrialResult> find(String id) {
        return Optional.ofNullable(results.get(id));
    }
}
