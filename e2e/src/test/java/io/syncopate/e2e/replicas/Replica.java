package io.syncopate.e2e.replicas;

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

    private static final Duration START = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Eight of them and a store run on two processors: little memory, and no second compiler. */
    private static final List<String> JVM =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final String name;
    private final List<String> command;
    private final URI health;
    private final Path log;
    private @Nullable Process process;

    Replica(String name, Path jar, List<String> arguments, URI health, Path log) {
        this.name = name;
        this.health = health;
        this.log = log;
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar.toString()));
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

    public void awaitReady() {
        Awaitility.await(name)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast(
                        () -> {
                            if (!isAlive()) {
                                throw new IllegalStateException(
                                        name + " ended; it said:\n" + said());
                            }
                        })
                .until(this::isReady);
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

    /** What it said, over all its lives. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
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
