package org.normlab.report.study;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * What a trial will take, estimated from short runs of the same trial.
 *
 * <p>The time is a + b steps + c points: a for data and the last evaluation, b a step of the optimizer, c a point of the
 * learning curves. Three short runs after one that warms up give the three numbers, in processor time, which neighbours on
 * the machine disturb least.
 *
 * @param seconds of processor time of a whole trial
 * @param bytes that the shortest run allocated: a bound on what a trial keeps at any time
 */
public record Cost(double seconds, long bytes) {
    private static final double NANOS = 1e9;
    private static final int FEW = 2;
    private static final int MORE = 18;

    /**
     * Runs a trial briefly, four times.
     *
     * @param trial the trial; its learning rate and replicate do not matter
     * @param train runs one trial
     * @return the estimate
     */
    public static Cost probe(Trial trial, Function<Trial, TrialResult> train) {
        int batch = trial.get(Fields.BATCH_SIZE);
        Trial few = shortened(trial, FEW * batch, 0);
        run(few, train);
        Cost least = run(few, train);
        double more = run(shortened(trial, MORE * batch, 0), train).seconds;
        double watched = run(shortened(trial, FEW * batch, FEW), train).seconds;
        double step = Math.max(0, more - least.seconds) / (MORE - FEW);
        double point = Math.max(0, watched - least.seconds) / FEW;
        double steps = trial.get(Fields.SAMPLES) / (double) batch;
        return new Cost(least.seconds + step * steps + point * trial.get(Fields.POINTS), least.bytes);
    }

    private static Trial shortened(Trial trial, int samples, int points) {
        return trial.with(Fields.SAMPLES, samples).with(Fields.POINTS, points);
    }

    private static Cost run(Trial trial, Function<Trial, TrialResult> train) {
        long bytes = allocated();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new Attempt(trial, train).call();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return new Cost(nanos / NANOS, allocated() - bytes);
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                ? bean.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
