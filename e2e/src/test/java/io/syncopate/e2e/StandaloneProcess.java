package io.syncopate.e2e;

import io.syncopate.testkit.store.TestStore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged standalone as a process of its own; what it prints is kept. */
public final class StandaloneProcess implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("(http://[^\\s/]+)/sign-in\\?code=\\S+");
    static final String MODULE = "standalone";
    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final Path dataDirectory;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Matcher> link = new CompletableFuture<>();

    private StandaloneProcess(Process process, Path dataDirectory) {
        this.process = process;
        this.dataDirectory = dataDirectory;
        Thread.ofVirtual().start(this::read);
    }

    /** Starts on a free port, over files in the data directory or in databases of this test. */
    static StandaloneProcess start(Path dataDirectory, TestStore store) {
        return switch (store.kind()) {
            case EMBEDDED -> start(dataDirectory, Optional.empty());
            case MONGOD, DOCKER ->
                    start(
                            dataDirectory,
                            Optional.of(store.uri()),
                            "--syncopate.mongodb.database-prefix=" + store.databaseName() + "_");
        };
    }

    /** Starts with the settings of {@code spring-boot:run}, from the unpacked jar and its AOT cache. */
    public static StandaloneProcess start(
            Path dataDirectory, Optional<String> mongodbUri, String... more) {
        return start(List.of(), dataDirectory, mongodbUri, more);
    }

    /** The same, started by another command, which gets the whole command line as its last arguments. */
    static StandaloneProcess start(
            List<String> starter, Path dataDirectory, Optional<String> mongodbUri, String... more) {
        var command = new ArrayList<>(starter);
        command.addAll(ExecutableJar.command(MODULE, "384m"));
        return start(Map.of(), command, dataDirectory, mongodbUri, List.of(more));
    }

    /** Starts the executable jar by the README's command; the environment has it start quicker. */
    static StandaloneProcess startPackaged(Path dataDirectory) {
        return start(
                Map.of("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
                List.of(ExecutableJar.java(), "-jar", ExecutableJar.packaged(MODULE).toString()),
                dataDirectory,
                Optional.empty(),
                List.of());
    }

    /** Starts what is started by this command, with files in the data directory. */
    static StandaloneProcess start(List<String> command, Path dataDirectory) {
        return start(Map.of(), command, dataDirectory, Optional.empty(), List.of());
    }

    private static StandaloneProcess start(
            Map<String, String> variables,
            List<String> java,
            Path dataDirectory,
            Optional<String> mongodbUri,
            List<String> more) {
        var command = new ArrayList<>(java);
        command.add("--syncopate.data.directory=" + dataDirectory);
        if (more.stream().noneMatch(argument -> argument.startsWith("--server.port="))) {
            command.add("--server.port=0");
        }
        command.addAll(more);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SYNCOPATE_"));
        environment.putAll(variables);
        mongodbUri.ifPresent(uri -> environment.put("SYNCOPATE_MONGODB_URI", uri));
        try {
            return new StandaloneProcess(builder.start(), dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the printed link and answers the address of the gateway. */
    public URI address() {
        return URI.create(await().group(1));
    }

    /** The printed link, which signs a browser in once. */
    URI signInLink() {
        return URI.create(await().group());
    }

    public Api api() {
        URI address = address();
        return new Api(address, developerKey());
    }

    /** There once it runs. */
    String developerKey() {
        try {
            return Files.readString(dataDirectory.resolve("developer.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Waits for the end by itself and answers the exit code. */
    int exitCode() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing is flushed, nothing is said goodbye to. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM. By its handle: the process itself would no longer be heard, and ends what it does last. */
    @Override
    public void close() {
        process.toHandle().destroy();
        exitCode();
    }

    private Matcher await() {
        try {
            return link.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("no link was printed:\n" + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher found = LINK.matcher(line);
                if (found.find()) {
                    link.complete(found);
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        link.completeExceptionally(new IllegalStateException("the process ended"));
    }
}
