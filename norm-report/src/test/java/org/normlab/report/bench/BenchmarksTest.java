package org.normlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normlab.core.Shape;

class BenchmarksTest {
    private static final Effort SHORT = new Effort(
            Duration.ofNanos(100_000), Duration.ofNanos(10_000), Duration.ofNanos(100_000), 3, 3, Duration.ZERO);
    private static final List<Workload> WORKLOADS = List.of(
            new Workload("batch", Shape.nchw(2, 3, 5, 7), "test", Map.of()),
            new Workload("rms", Shape.nc(3, 11), "test", Map.of("axes", "-1")));

    /** A library that solves everything as ours does and has no backward. */
    private static final class Twin implements Peer {
        @Override
        public String name() {
            return "twin";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void threads(int count) {
            assertThat(count).isPositive();
        }

        @Override
        public Optional<Rival> rival(Problem problem) {
            Rival ours = Rival.ours(problem);
            return Optional.of(new Rival() {
                @Override
                public Optional<Runnable> task(Pass pass) {
                    return pass == Pass.BACKWARD ? Optional.empty() : ours.task(pass);
                }

                @Override
                public Map<Result, double[]> results() {
                    return ours.results();
                }

                @Override
                public void close() {
                    ours.close();
                }
            });
        }
    }

    @Test
    void everyPassOfEveryWorkloadHasALineForEachNumberOfThreads() {
        List<String> said = new ArrayList<>();
        Finding finding = new Benchmarks(List.of(), SHORT, said::add).passes(WORKLOADS, List.of(1, 2));
        assertThat(finding.lines().stream().filter(line -> line.matches("(batch|rms).* (forward|eval|backward) .*")))
                .hasSize(2 * 3 * 2);
        assertThat(said).hasSize(2 * 2);
    }

    @Test
    void theLastLineIsForScripts() {
        Finding finding = new Benchmarks(List.of(new Twin()), SHORT, line -> {}).passes(WORKLOADS, List.of(1));
        String last = finding.lines().get(finding.lines().size() - 1);
        assertThat(last).matches("geomean \\d+\\.\\d\\d min \\d+\\.\\d\\d");
        assertThat(finding.min()).isPositive();
        assertThat(finding.lines()).anyMatch(line -> line.contains("backward") && line.contains("n/a"));
    }

    @Test
    void jsonHoldsAnEntryForEachTime() {
        Finding finding = new Benchmarks(List.of(new Twin()), SHORT, line -> {}).passes(WORKLOADS, List.of(1));
        assertThat(finding.json())
                .startsWith("{\"schema\":\"norm.bench/1\",\"geomean\":")
                .contains("\"scoreUnit\":\"us/op\"", "\"variant\":\"rms axes=-1\"", "\"library\":\"twin\"");
        // ours, copy and twin on two workloads and three passes, but for the twin's backward
        assertThat(finding.json().split("\"mode\":\"avgt\"", -1)).hasSize(1 + 2 * (3 * 3 - 1));
    }
}
