package org.normlab.report.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times several tasks against each other in one JVM.
 *
 * <p>All tasks are warmed up first; then every round takes one sample of each, and the next round starts with the next task. So all of
 * them meet the same frequency of the processor, the same neighbours and the same state of the machine, which measuring one
 * after the other (or each in a JVM of its own) does not give: on a shared machine those change results by more than the differences
 * that are looked for. Within a round, a task runs for a while before its clock starts, so that it finds in the cache what its own last run
 * left there and not what its rival left, and its own threads awake on the other cores and not its rival's.
 *
 * <p>The result of a task is read from memory that it writes; no task returns a value that a compiler could drop.
 */
final class Alternation {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    /** A compilation counts when it ends, and a large one takes this long. */
    private static final int IDLE_STRETCHES = 10;

    /** The compiler is idle, too, before it has seen enough runs to start; vector code is a thousand times slower until then. */
    private static final int LEAST_RUNS = 400;

    private static final int LEAST_STRETCHES = 20;
    private static final int MOST_STRETCHES = 60;

    private final List<Runnable> tasks;
    private final Effort effort;

    private Alternation(List<Runnable> tasks, Effort effort) {
        this.tasks = List.copyOf(tasks);
        this.effort = effort;
    }

    /** The times of each task by its name. */
    static Map<String, Times> times(Map<String, Runnable> tasks, Effort effort) {
        List<Times> measured = new Alternation(List.copyOf(tasks.values()), effort).times();
        Map<String, Times> times = new LinkedHashMap<>();
        int next = 0;
        for (String name : tasks.keySet()) {
            times.put(name, measured.get(next++));
        }
        return times;
    }

    private List<Times> times() {
        int[] runs = tasks.stream().mapToInt(this::runsInSample).toArray();
        int rounds = rounds(runs);
        double[][] nanos = new double[tasks.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < tasks.size(); k++) {
                int task = (round + k) % tasks.size();
                runsIn(effort.lead(), tasks.get(task));
                nanos[task][round] = (double) time(tasks.get(task), runs[task]) / runs[task];
            }
        }
        List<Times> times = new ArrayList<>();
        for (double[] samples : nanos) {
            times.add(new Times(samples));
        }
        return times;
    }

    /** Warms a task up; how often it runs within the least duration of a sample. */
    private int runsInSample(Runnable task) {
        int idle = 0;
        long runs = 0;
        double nanos = Double.POSITIVE_INFINITY;
        for (int stretch = 1; stretch <= MOST_STRETCHES; stretch++) {
            long compiled = COMPILER.getTotalCompilationTime();
            long some = runsIn(effort.warmUp(), task);
            nanos = Math.min(nanos, (double) effort.warmUp().toNanos() / some);
            runs += some;
            idle = COMPILER.getTotalCompilationTime() == compiled ? idle + 1 : 0;
            if (idle >= IDLE_STRETCHES && (runs >= LEAST_RUNS || stretch >= LEAST_STRETCHES)) {
                break;
            }
        }
        return (int) Math.max(1, effort.sample().toNanos() / Math.max(1, nanos));
    }

    private static long runsIn(Duration duration, Runnable task) {
        long end = System.nanoTime() + duration.toNanos();
        long runs = 0;
        do {
            task.run();
            runs++;
        } while (System.nanoTime() < end);
        return runs;
    }

    /** As many as fit into the time for measuring, going by how long one round takes. */
    private int rounds(int... runs) {
        long begin = System.nanoTime();
        for (int task = 0; task < tasks.size(); task++) {
            time(tasks.get(task), 1 + runs[task]);
        }
        long round = Math.max(
                1, System.nanoTime() - begin + tasks.size() * effort.lead().toNanos());
        long fitting = effort.measuring().toNanos() * tasks.size() / round;
        return (int) Math.max(effort.fewest(), Math.min(effort.most(), fitting));
    }

    private static long time(Runnable task, int runs) {
        long begin = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            task.run();
        }
        return System.nanoTime() - begin;
    }
}
