package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The measurements of {@code norm bench}.
 *
 * @param peers the libraries to measure against; may be none
 * @param effort how long to measure
 * @param progress hears what is measured next
 */
public record Benchmarks(List<Peer> peers, Effort effort, Consumer<String> progress) {
    /**
     * Copies the peers.
     *
     * @param peers the libraries to measure against; may be none
     * @param effort how long to measure
     * @param progress hears what is measured next
     */
    public Benchmarks {
        peers = List.copyOf(peers);
    }

    /**
     * Times passes: ours, a copy of the bytes that must move, and the peers, alternating.
     *
     * @param workloads at least one
     * @param threads the numbers of threads, each measured in turn
     * @return a line a pass, and how many times faster ours is than the faster peer, or than copying without peers
     */
    public Finding passes(List<Workload> workloads, List<Integer> threads) {
        Bench bench = new Bench(peers, effort, progress);
        List<Row> rows = new ArrayList<>();
        threads.forEach(count -> rows.addAll(bench.rows(workloads, count)));
        return new BenchResult(rows, peers.stream().map(Peer::name).toList()).finding();
    }

    /**
     * Times training steps on one thread.
     *
     * @return a line a network and batch size, and how many times faster ours is than the faster peer
     */
    public Finding training() {
        return new Training(peers, effort).finding();
    }

    /**
     * Compares results with exact ones.
     *
     * @return a Markdown page, and how many times smaller our worst error is than promised
     */
    public Finding accuracy() {
        return new Accuracy(peers, progress).finding();
    }
}
