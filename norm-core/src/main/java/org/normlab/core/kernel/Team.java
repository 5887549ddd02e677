package org.normlab.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads of the library that help one caller at a time with a {@link Round}.
 *
 * <p>A helper stays for a moment after a round, since the next is often near and to wake a thread takes longer than a small pass takes.
 * It lets others have its core meanwhile. Nobody waits for a helper that has not come: the caller begins all parts itself if need be.
 */
final class Team {
    /** How long a helper stays, in nanoseconds: the system takes that long to see that two threads share a core beside an idle one. */
    private static final long STAY = 1_000_000;

    private static final Team TEAM = new Team(task -> new Thread(null, task, "norm-core helper", 0, false));

    private final ThreadFactory threads;
    private final AtomicReference<Round> round = new AtomicReference<>();
    /** Only the caller whose round it is goes over them. */
    private final List<Helper> helpers = new ArrayList<>();

    /** Helpers that the system has threads for. */
    private int most = Integer.MAX_VALUE;

    private volatile long ended = System.nanoTime() - STAY;

    Team(ThreadFactory threads) {
        this.threads = threads;
    }

    /**
     * Does the parts of a round.
     *
     * @param worth whether the round is long enough to wake helpers for it alone, not just for those that soon follow
     * @return false if the team is at work for another caller
     */
    static boolean run(Round round, boolean worth) {
        return TEAM.share(round, worth);
    }

    boolean share(Round next, boolean worth) {
        if (!round.compareAndSet(null, next)) {
            return false;
        }
        try {
            if (worth || System.nanoTime() - ended < STAY) {
                call(next.seats() - 1);
            }
            next.work(0);
            next.await();
        } finally {
            ended = System.nanoTime();
            round.set(null);
        }
        next.raise();
        return true;
    }

    private void call(int count) {
        try {
            while (helpers.size() < Math.min(count, most)) {
                helpers.add(new Helper(helpers.size() + 1));
            }
        } catch (OutOfMemoryError e) {
            most = helpers.size(); // "unable to create native thread": those that there are will do
        }
        for (int i = 0; i < Math.min(count, helpers.size()); i++) {
            helpers.get(i).wake();
        }
    }

    private final class Helper implements Runnable {
        private final int seat;
        private final Thread thread;
        private volatile boolean asleep;

        Helper(int seat) {
            this.seat = seat;
            this.thread = threads.newThread(this);
            thread.setName("norm-core helper " + seat);
            thread.setDaemon(true);
            thread.start();
        }

        void wake() {
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            while (true) {
                stay();
                asleep = true;
                Thread.interrupted(); // whoever interrupts its thread group means others; park would return at once
                LockSupport.park(Team.this);
                asleep = false;
            }
        }

        private void stay() {
            for (long since = System.nanoTime(); System.nanoTime() - since < STAY; ) {
                Round now = round.get();
                if (now != null && seat < now.seats() && now.work(seat)) {
                    since = System.nanoTime();
                }
                Thread.yield();
            }
        }
    }
}
