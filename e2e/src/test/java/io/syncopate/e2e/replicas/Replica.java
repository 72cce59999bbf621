package io.syncopate.e2e.replicas;

import io.syncopate.e2e.ExecutableJar;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** One process of a module, with the addresses and settings that it keeps when it is started again. */
public final class Replica implements AutoCloseable {

    /** A process that has done next to nothing for so long, and is not ready, will not be. */
    private static final Duration STUCK = Duration.ofSeconds(60);

    private static final Duration NEXT_TO_NOTHING = Duration.ofSeconds(1);
    private static final int TOLD = 6_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Eight of them and a store run on two processors. */
    private static final String HEAP = "160m";

    private final String name;
    private final List<String> command;
    private final URI health;
    private final Path log;
    private @Nullable Process process;

    /**
     * @param module whose packaged jar it runs
     * @param health answers with 200 when it can do its work
     * @param log gets what it prints
     */
    public Replica(String name, String module, List<String> arguments, URI health, Path log) {
        this.name = name;
        this.health = health;
        this.log = log;
        this.command = new ArrayList<>(ExecutableJar.command(module, HEAP));
        command.addAll(arguments);
    }

    public String name() {
        return name;
    }

    public synchronized void start() {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SYNCOPATE_"));
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is flushed, nothing is said goodbye to. */
    public synchronized void kill() {
        end(process);
        process = null;
    }

    /** Whether it says over HTTP that it can do its work. */
    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As long as it gets on with it: how long a start takes says little on a busy machine. */
    public void awaitReady() {
        var progress = new Progress();
        Awaitility.await(name)
                .forever()
                .pollInterval(Duration.ofMillis(200))
                .failFast(
                        () -> {
                            if (!isAlive()) {
                                throw new IllegalStateException(
                                        name + " ended; it said last:\n" + saidLast());
                            }
                            if (progress.isOver(cpuTime())) {
                                throw new IllegalStateException(
                                        name + " is stuck; it said last:\n" + saidLast());
                            }
                        })
                .until(this::isReady);
    }

    /** Whether CPU time is still spent. */
    private static final class Progress {
        private long since = System.nanoTime();
        private Duration spent = Duration.ZERO;

        boolean isOver(Duration now) {
            if (now.minus(spent).compareTo(NEXT_TO_NOTHING) >= 0) {
                spent = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since > STUCK.toNanos();
        }
    }

    /** The value of a meter of Spring Boot's actuator; empty while the meter is not there. */
    public OptionalDouble meter(String name, String... tags) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String tag : tags) {
            query.add("tag=" + tag);
        }
        try {
            var request =
                    HttpRequest.newBuilder(health.resolve("/actuator/metrics/" + name + query))
                            .timeout(Duration.ofSeconds(3))
                            .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? OptionalDouble.of(
                            JsonMapper.shared()
                                    .readTree(answer.body())
                                    .at("/measurements/0/value")
                                    .asDouble())
                    : OptionalDouble.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String saidLast() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - TOLD));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private synchronized Duration cpuTime() {
        Process current = process;
        return current == null
                ? Duration.ZERO
                : current.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private synchronized boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    @Override
    public synchronized void close() {
        end(process);
        process = null;
    }

    private static void end(@Nullable Process running) {
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
