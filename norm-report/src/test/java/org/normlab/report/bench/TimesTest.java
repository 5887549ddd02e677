package org.normlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void theMedianIsTheMiddleSampleInMicroseconds() {
        Times times = new Times(9000, 1000, 3000, 2000, 70_000);
        assertThat(times.median()).isEqualTo(3);
        assertThat(times.quantile(1)).isEqualTo(70);
        assertThat(times.micros()).containsExactly(9, 1, 3, 2, 70);
    }

    /** A task that waits a millisecond takes at least that, however busy the machine is, and one that does nothing takes less. */
    @Test
    void alternatingTasksKeepTheirOwnTimes() {
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put("waits", () -> sleep(Duration.ofMillis(1)));
        tasks.put("idles", () -> {});
        Effort effort =
                new Effort(Duration.ofMillis(2), Duration.ofNanos(100_000), Duration.ofMillis(10), 3, 5, Duration.ZERO);
        Map<String, Times> times = Alternation.times(tasks, effort);
        assertThat(times.get("waits").quantile(0)).isGreaterThanOrEqualTo(1000);
        assertThat(times.get("idles").median()).isLessThan(1000);
        assertThat(times.get("idles").micros()).hasSizeBetween(3, 5);
    }

    private static void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Test
    void speedsAreSummedUpByTheirGeometricMeanAndTheWorst() {
        Speeds speeds = new Speeds();
        speeds.add("slow", OptionalDouble.of(0.5));
        speeds.add("fast", OptionalDouble.of(8));
        speeds.add("absent", OptionalDouble.empty());
        // √(0.5·8) = 2, up to the last places of a logarithm
        assertThat(speeds.geomean()).isCloseTo(2, within(4 * Math.ulp(2.0)));
        assertThat(speeds.explained()).isEqualTo("geomean 2.00 min 0.50 at slow");
    }
}
