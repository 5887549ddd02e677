package org.normlab.report.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normlab.report.study.Ledger.Claim;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** What a run knows of its trials: those that wait, those that another process has, those that are finished. One thread's. */
final class Work implements Finished {
    private final Planner planner;
    private final Ledger ledger;
    private final Set<Outcome> again;
    private final Pace pace;
    private final Map<Trial, TrialResult> finished = new HashMap<>();
    private final Set<Trial> known = new HashSet<>();
    private final Deque<Trial> waiting = new ArrayDeque<>();
    private final List<Trial> taken = new ArrayList<>();
    private int found;

    Work(Planner planner, Ledger ledger, Set<Outcome> again, Pace pace) {
        this.planner = planner;
        this.ledger = ledger;
        this.again = again;
        this.pace = pace;
    }

    @Override
    public Optional<TrialResult> of(Trial trial) {
        return Optional.ofNullable(finished.get(trial));
    }

    /** The next trial that is ours to run, or empty if none is for now. */
    Optional<Trial> claim() {
        if (waiting.isEmpty()) {
            plan();
        }
        while (!waiting.isEmpty()) {
            Trial trial = waiting.remove();
            Claim claim = ledger.claim(trial, again);
            if (claim == Claim.MINE) {
                return Optional.of(trial);
            }
            if (claim == Claim.TAKEN) {
                taken.add(trial);
            } else {
                pace.found(trial);
                ledger.find(trial.id()).ifPresent(this::find);
            }
            if (waiting.isEmpty()) {
                plan();
            }
        }
        return Optional.empty();
    }

    /** Asks the planner until it names a trial that is not finished, or no new one. */
    void plan() {
        int before;
        do {
            before = finished.size();
            planner.plan(this).stream().filter(known::add).forEach(this::meet);
        } while (waiting.isEmpty() && finished.size() > before);
    }

    private void meet(Trial trial) {
        Optional<TrialResult> result = ledger.find(trial.id()).filter(r -> !again.contains(r.outcome()));
        if (result.isPresent()) {
            find(result.get());
        } else {
            waiting.add(trial);
            pace.awaits(trial);
        }
    }

    private void find(TrialResult result) {
        found++;
        finish(result);
    }

    /** Takes note of a result; its curves are let go, for a plan needs numbers only. */
    void finish(TrialResult result) {
        finished.put(result.trial(), result.withoutCurves());
    }

    /** Looks once more at what another process has: it may be done, or its process dead. */
    void lookAgain() {
        waiting.addAll(taken);
        taken.clear();
    }

    /** Whether another process has trials that we wait for. */
    boolean waitsForOthers() {
        return !taken.isEmpty();
    }

    /** How many trials are not begun. */
    int left() {
        return waiting.size() + taken.size();
    }

    int found() {
        return found;
    }
}
