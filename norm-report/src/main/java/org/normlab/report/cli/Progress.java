package org.normlab.report.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.normlab.report.study.Tally;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/** How far a run is, on stderr: one line that is written over on a terminal, else a line every ten seconds. */
final class Progress implements BiConsumer<TrialResult, Tally> {
    private static final long NANOS = 1_000_000_000;
    private static final long PLAIN_SECONDS = 10;

    private final Kind kind;
    private final String name;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private long shown = start - PLAIN_SECONDS * NANOS;
    private long expected;

    /** How it is shown. */
    @SuppressWarnings("checkstyle:MemberName") // the words of the command line
    enum Kind {
        auto,
        bar,
        plain,
        none
    }

    private Progress(Kind kind, String name, PrintWriter err) {
        this.kind = kind;
        this.name = name;
        this.err = err;
    }

    static Progress of(Kind kind, String name, PrintWriter err) {
        Kind chosen = kind == Kind.auto ? (Boolean.getBoolean("norm.terminal.err") ? Kind.bar : Kind.plain) : kind;
        return new Progress(chosen, name, err);
    }

    void begin(long trials) {
        expected = trials;
        if (kind == Kind.plain) {
            err.println(name + ": " + trials + " trials");
            err.flush();
        }
    }

    @Override
    public void accept(TrialResult result, Tally tally) {
        boolean due = kind == Kind.bar || kind == Kind.plain && System.nanoTime() - shown >= PLAIN_SECONDS * NANOS;
        if (due) {
            shown = System.nanoTime();
            show(line(result.trial(), tally));
        }
    }

    private void show(String line) {
        if (kind == Kind.bar) {
            err.print("\r\033[2K" + line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String line(Trial trial, Tally tally) {
        long done = tally.found() + tally.done();
        long all = Math.max(expected, done + tally.running() + tally.left());
        return String.format(
                Locale.ROOT,
                "%s %d/%d %d %%  %d running  %s  ETA %s  %s %s batch %d %s",
                name,
                done,
                all,
                100 * done / Math.max(1, all),
                tally.running(),
                clock((System.nanoTime() - start) / NANOS),
                eta(tally, all - done),
                trial.get(Fields.NETWORK),
                trial.get(Fields.NORM),
                trial.get(Fields.BATCH_SIZE),
                trial.get(Fields.REPLICATE));
    }

    /** Until every kind of trial was seen it is a range; what is not planned yet will take as long, each, as what was done. */
    private String eta(Tally tally, long left) {
        double elapsed = (System.nanoTime() - start) / (double) NANOS;
        double unplanned = elapsed * (left - tally.running() - tally.left()) / Math.max(1, tally.done());
        long middle = Math.round((tally.leastSeconds() + tally.mostSeconds()) / 2 + unplanned);
        long either = Math.round((tally.mostSeconds() - tally.leastSeconds()) / 2);
        return clock(middle) + (either > 0 ? " +-" + clock(either) : "");
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    void end(Tally tally) {
        if (kind == Kind.bar) {
            err.print("\r\033[2K");
        }
        if (kind != Kind.none) {
            err.println(name + ": " + tally.done() + " trials run, " + tally.found() + " found, in "
                    + clock((System.nanoTime() - start) / NANOS));
            err.flush();
        }
    }
}
