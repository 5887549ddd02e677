package org.normlab.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final int PARTS = 7;
    private static final int THREADS = 3;

    private static Round round(IntConsumer part) {
        return new Round(PARTS, THREADS, false, part);
    }

    @Test
    void doesEachPartOnceInEveryRound() {
        AtomicIntegerArray done = new AtomicIntegerArray(PARTS);
        int rounds = 50_000;
        for (int i = 0; i < rounds; i++) {
            boolean backwards = i % 2 == 1;
            assertTrue(Team.run(new Round(PARTS, THREADS, backwards, part -> count(done, part)), true));
        }
        for (int part = 0; part < PARTS; part++) {
            assertEquals(rounds, done.get(part), "times that part " + part + " was done");
        }
    }

    /** Takes long enough for others to come. */
    private static void count(AtomicIntegerArray done, int part) {
        for (int i = 0; i < 20; i++) {
            Thread.onSpinWait();
        }
        done.incrementAndGet(part);
    }

    @Test
    void isHelpedByOthers() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (seen.size() < THREADS && Instant.now().isBefore(end)) {
            Team.run(
                    round(part -> {
                        seen.add(Thread.currentThread());
                        Thread.yield();
                    }),
                    true);
        }
        assertEquals(THREADS, seen.size(), "threads that did parts");
    }

    @Test
    void leavesTheCallerAloneWithMoreThanItsThreads() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 300; i++) {
            Team.run(round(part -> Thread.onSpinWait()), true);
            Team.run(new Round(PARTS, 1, false, part -> seen.add(Thread.currentThread())), true);
        }
        assertEquals(Set.of(Thread.currentThread()), seen);
    }

    @Test
    void throwsWhatAPartThrowsAndGoesOn() {
        IllegalStateException cause = new IllegalStateException("part 5");
        Round failing = round(part -> {
            if (part == 5) {
                throw cause;
            }
        });
        assertSame(cause, assertThrows(IllegalStateException.class, () -> Team.run(failing, true)));
        AtomicInteger done = new AtomicInteger();
        assertTrue(Team.run(round(part -> done.incrementAndGet()), true));
        assertEquals(PARTS, done.get());
    }

    @Test
    void refusesARoundInsideAnother() {
        AtomicInteger refused = new AtomicInteger();
        Team.run(
                round(part -> {
                    if (!Team.run(round(inner -> {}), true)) {
                        refused.incrementAndGet();
                    }
                }),
                true);
        assertEquals(PARTS, refused.get());
    }

    /** As by an interruption of the thread group that helpers have joined. */
    @Test
    void goesToSleepAlsoWhenInterrupted() throws InterruptedException {
        List<Thread> helpers = new CopyOnWriteArrayList<>();
        Team team = new Team(task -> {
            helpers.add(new Thread(task));
            return helpers.get(helpers.size() - 1);
        });
        team.share(round(part -> Thread.onSpinWait()), true);
        assertEquals(THREADS - 1, helpers.size());
        helpers.forEach(Thread::interrupt);
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!helpers.stream().allMatch(TeamTest::sleeps) && Instant.now().isBefore(end)) {
            Thread.sleep(1);
        }
        assertTrue(helpers.stream().allMatch(TeamTest::sleeps), "helpers sleep");
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        while (seen.size() < THREADS && Instant.now().isBefore(end)) {
            team.share(round(part -> seen.add(Thread.currentThread())), true);
        }
        assertEquals(THREADS, seen.size(), "threads that did parts");
    }

    private static boolean sleeps(Thread helper) {
        return helper.getState() == Thread.State.WAITING && !helper.isInterrupted();
    }

    @Test
    void doesWithTheHelpersThatThereAreThreadsFor() {
        for (int most = 0; most <= 1; most++) {
            AtomicInteger asked = new AtomicInteger();
            int free = most;
            Team team = new Team(task -> asked.incrementAndGet() <= free ? new Thread(task) : new Refused());
            for (int i = 0; i < 100; i++) {
                AtomicInteger done = new AtomicInteger();
                assertTrue(team.share(round(part -> done.incrementAndGet()), true));
                assertEquals(PARTS, done.get());
            }
            assertEquals(most + 1, asked.get(), "threads that were asked for");
        }
    }

    /** What the system has no room for. */
    private static final class Refused extends Thread {
        @Override
        public void start() {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }
}
