package io.syncopate.e2e.faults;

import io.syncopate.e2e.Api;

import tools.jackson.databind.JsonNode;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Workers that write at the same time, each one write after the other, as good clients do: what is
 * not answered is sent again with the same key, at another gateway where there is one.
 */
final class Load {

    /** Longer than several starts in a row take on a busy machine. */
    private static final Duration GIVING_UP = Duration.ofMinutes(5);

    /** Not 500: that a part is away is no fault, and is not to be told as one. */
    private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429, 499, 502, 503, 504);

    /** Conflicts with somebody else at the same moment; another attempt decides anew. */
    private static final Set<String> CONFLICTS = Set.of("STALE_ETAG", "REQUEST_IN_PROGRESS");

    private final Api api;
    private final History history = new History();
    private final World world = new World();
    private final LoadModel model;
    private final long seed;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running = true;

    Load(Api api, long seed) {
        this.api = api;
        this.seed = seed;
        this.model = LoadModel.of(api, world);
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            int worker = i;
            workers.add(Thread.ofVirtual().name("load-" + i).start(() -> work(worker)));
        }
    }

    History history() {
        return history;
    }

    /** Lets each worker end the write that it is at. */
    void stop() throws InterruptedException {
        running = false;
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void work(int worker) {
        var random = new Random(seed + worker);
        for (int i = 0; running; i++) {
            send(model.next("k%d-%d-%d".formatted(seed, worker, i), random));
        }
    }

    private void send(Write write) {
        long giveUp = System.nanoTime() + GIVING_UP.toNanos();
        for (int attempt = 0; System.nanoTime() < giveUp; attempt++) {
            long begin = System.nanoTime();
            try {
                Api.Answer answer =
                        api.send(
                                write.method(),
                                write.path(),
                                write.body(),
                                "Idempotency-Key",
                                write.key());
                history.attempted(Duration.ofNanos(System.nanoTime() - begin));
                if (answer.status() == 200) {
                    acknowledge(write, answer);
                    return;
                }
                if (!worthAnotherAttempt(answer)) {
                    history.refused(write, answer.status() + " " + answer.body());
                    return;
                }
            } catch (UncheckedIOException e) {
                history.attempted(Duration.ofNanos(System.nanoTime() - begin));
            }
            pause(attempt);
        }
        history.unanswered(write);
    }

    private void acknowledge(Write write, Api.Answer answer) {
        JsonNode body = answer.body();
        var acknowledged =
                new Acknowledged(
                        write,
                        body.path("name").asString(),
                        Observed.versionOf(body),
                        answer.response().headers().firstValue("Idempotent-Replay").isPresent());
        history.acknowledged(acknowledged);
        world.learn(acknowledged, body);
    }

    private static boolean worthAnotherAttempt(Api.Answer answer) {
        return COME_AGAIN.contains(answer.status())
                || (answer.status() == 409
                        && CONFLICTS.contains(answer.body().path("reason").asString()));
    }

    /** Longer after each attempt, and not all at the same moment. */
    private static void pause(int attempt) {
        long most = Math.min(1_000, 50L << Math.min(attempt, 10));
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
