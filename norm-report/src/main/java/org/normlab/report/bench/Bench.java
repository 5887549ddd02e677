package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;

/**
 * Times float32 passes of ours beside a copy of the same bytes and beside peers, all in this JVM.
 *
 * @param peers may be none
 * @param effort how long to measure
 * @param progress hears each workload before it is measured
 */
record Bench(List<Peer> peers, Effort effort, Consumer<String> progress) {

    /** All passes of all workloads; every library may use this many threads. */
    List<Row> rows(List<Workload> workloads, int threads) {
        return inPool(threads, () -> {
            peers.forEach(peer -> peer.threads(threads));
            List<Row> rows = new ArrayList<>();
            for (Workload workload : workloads) {
                progress.accept(workload.label() + " " + workload.shape() + ", threads " + threads);
                rows.addAll(rows(workload, threads));
            }
            return rows;
        });
    }

    /** The pool's size is the number of threads that ours uses; peers go by the thread that calls them. */
    static <T> T inPool(int threads, Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).join();
        } finally {
            pool.shutdown();
        }
    }

    private List<Row> rows(Workload workload, int threads) {
        Tensor float32 = Tensor.of(Shape.of("C", 1), new float[1]);
        Problem problem = Problem.standard(workload, float32, Streams.root(1).open("bench"));
        Map<String, Rival> rivals = new LinkedHashMap<>();
        rivals.put(Ours.NAME, Rival.ours(problem));
        peers.forEach(peer -> peer.rival(problem).ifPresent(rival -> rivals.put(peer.name(), rival)));
        try {
            Copy copy = new Copy(problem);
            List<Row> rows = new ArrayList<>();
            for (Pass pass : Pass.values()) {
                Map<String, Runnable> tasks = new LinkedHashMap<>();
                rivals.forEach((name, rival) -> rival.task(pass).ifPresent(task -> tasks.put(name, task)));
                tasks.put(Copy.NAME, copy.task(pass, threads));
                rows.add(new Row(workload, pass, threads, Alternation.times(tasks, effort.on(threads))));
            }
            return rows;
        } finally {
            rivals.values().forEach(Rival::close);
        }
    }
}
