package org.normlab.report.bench;

import java.time.Duration;

/**
 * How much time a measurement takes.
 *
 * @param warmUp a stretch of warming a task up; stretches follow until the compiler is idle
 * @param sample the least duration of a sample; a short task runs often enough to fill it
 * @param measuring for each task, in all its samples; the number of samples follows
 * @param fewest samples, whatever they take
 * @param most samples, however short they are
 * @param lead of a task on its clock: it runs at least once and so long before a sample is taken
 */
public record Effort(Duration warmUp, Duration sample, Duration measuring, int fewest, int most, Duration lead) {
    /** Enough to see a factor of two. */
    public static final Effort QUICK =
            new Effort(Duration.ofMillis(40), Duration.ofNanos(200_000), Duration.ofMillis(25), 5, 51, Duration.ZERO);

    /** Enough to see a tenth on a quiet machine. */
    public static final Effort FULL =
            new Effort(Duration.ofMillis(60), Duration.ofNanos(500_000), Duration.ofMillis(120), 9, 101, Duration.ZERO);

    /** How long threads of OpenMP stay awake on their cores after a pass, where nobody else can work. */
    private static final Duration AWAKE = Duration.ofMillis(50);

    /**
     * For libraries that use so many threads.
     *
     * @param threads of each
     * @return with a lead in which the threads of the last library fall asleep, if it has any
     */
    public Effort on(int threads) {
        return threads == 1 ? this : new Effort(warmUp, sample, measuring, fewest + 6, most, AWAKE);
    }
}
