package io.syncopate.e2e.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Kills at moments, in an order and for a time that a seed decides. */
final class Killer {

    private final Random random;
    private final Pace pace;
    private final List<List<Victim>> groups;
    private final Deque<List<Victim>> next = new ArrayDeque<>();
    private final Set<Victim> down = new HashSet<>();

    /**
     * @param betweenMillis longest pause before a kill
     * @param downMillis longest time before what was killed is started again
     * @param atOnce how many may be down at the same time
     */
    record Pace(int betweenMillis, int downMillis, int atOnce) {}

    /** @param recovery from the kill until it served again */
    record Kill(String victim, Duration recovery) {

        @Override
        public String toString() {
            return "%s %.1f s".formatted(victim, recovery.toMillis() / 1000.0);
        }
    }

    /** @param groups each is drawn once before any is drawn a second time, whatever its size */
    Killer(long seed, Pace pace, List<List<Victim>> groups) {
        this.random = new Random(seed);
        this.pace = pace;
        this.groups = List.copyOf(groups);
    }

    List<Kill> kill(int times) throws InterruptedException, ExecutionException {
        var places = new Semaphore(pace.atOnce());
        List<Future<Kill>> kills = new ArrayList<>();
        try (ExecutorService comingBack = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                Thread.sleep(random.nextInt(pace.betweenMillis()));
                places.acquire();
                Victim victim = draw();
                int downFor = random.nextInt(pace.downMillis());
                kills.add(
                        comingBack.submit(
                                () -> {
                                    try {
                                        return killed(victim, downFor);
                                    } finally {
                                        isBack(victim);
                                        places.release();
                                    }
                                }));
            }
            List<Kill> done = new ArrayList<>();
            for (Future<Kill> kill : kills) {
                done.add(kill.get());
            }
            return done;
        }
    }

    private static Kill killed(Victim victim, int downFor) throws InterruptedException {
        long begin = System.nanoTime();
        victim.kill();
        Thread.sleep(downFor);
        victim.restart();
        victim.awaitServing();
        return new Kill(victim.toString(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** One of the group whose turn it is, once it is up: so the seed alone decides. */
    private synchronized Victim draw() throws InterruptedException {
        if (next.isEmpty()) {
            var round = new ArrayList<>(groups);
            Collections.shuffle(round, random);
            next.addAll(round);
        }
        List<Victim> group = next.remove();
        Victim victim = group.get(random.nextInt(group.size()));
        while (!down.add(victim)) {
            wait();
        }
        return victim;
    }

    private synchronized void isBack(Victim victim) {
        down.remove(victim);
        notifyAll();
    }
}
