package io.syncopate.e2e;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/** The executable jars of this build, as they are packaged and unpacked by their own tool. */
public final class ExecutableJar {

    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private ExecutableJar() {}

    /** @param module such as {@code standalone} or {@code examples/room-service} */
    static Path packaged(String module) {
        Path jar =
                root().resolve(
                                "%s/target/syncopate-%s-%s-exec.jar"
                                        .formatted(
                                                module,
                                                name(module),
                                                System.getProperty("syncopate.version")));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build the module first");
        }
        return jar;
    }

    /**
     * Unpacked once for all tests: starts in a third of the CPU time that the packaged one takes, and
     * these tests start it often.
     */
    public static Path unpacked(String module) {
        return UNPACKED.computeIfAbsent(module, ExecutableJar::unpack);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path root() {
        return Path.of(System.getProperty("syncopate.root"));
    }

    /** The command that starts an unpacked one: quick to start and small rather than quick for long. */
    public static List<String> command(String module, String heap) {
        Path jar = unpacked(module);
        Path cache = cache(jar);
        return Files.exists(cache)
                ? command(jar, heap, "-XX:AOTCache=" + cache)
                : command(jar, heap);
    }

    private static List<String> command(Path jar, String heap, String... more) {
        var command = new ArrayList<String>();
        command.addAll(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Xmx" + heap);
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path cache(Path jar) {
        return jar.resolveSibling("classes.aot");
    }

    /** The folder's own name, which its artifact carries. */
    private static String name(String module) {
        return Path.of(module).getFileName().toString();
    }

    /** Each build's in a directory of its own, by one process at a time, there whole or not at all. */
    private static Path unpack(String module) {
        Path jar = packaged(module);
        Path all = root().resolve("e2e/target/unpacked");
        try {
            Files.createDirectories(all);
            try (var file = FileChannel.open(all.resolve(name(module) + ".lock"), CREATE, WRITE);
                    FileLock _ = file.lock()) {
                Path into = all.resolve("%s-%08x".formatted(name(module), checksum(jar)));
                if (!Files.exists(into)) {
                    Path part = Files.createTempDirectory(all, name(module));
                    unpack(jar, part);
                    Files.move(part, into, StandardCopyOption.ATOMIC_MOVE);
                }
                Path unpacked = into.resolve(jar.getFileName());
                if (module.equals(StandaloneProcess.MODULE) && !Files.exists(cache(unpacked))) {
                    train(unpacked);
                }
                return unpacked;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its time tells nothing: a build that can be repeated gives each jar the same one. */
    private static long checksum(Path jar) throws IOException {
        try (var file = FileChannel.open(jar)) {
            var sum = new CRC32C();
            sum.update(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
            return sum.getValue();
        }
    }

    /**
     * Has one run leave its classes loaded and linked to those that follow, which then start in half
     * the CPU time. A JVM that leaves none makes them slower and nothing else. Only for what runs by itself.
     */
    private static void train(Path jar) throws IOException {
        Path part = jar.resolveSibling("classes.part");
        Path data = Files.createTempDirectory("syncopate-training");
        List<String> command = command(jar, "384m", "-XX:AOTCacheOutput=" + part);
        try (var platform = StandaloneProcess.start(command, data)) {
            var job = new MainJob(platform.api());
            String program = job.create("learning/data-analysis-course.json", "training");
            job.accept(program, job.assess(program).path("name").asString());
            job.launch(program, "2026-10-05");
        }
        SharedStandalone.delete(data);
        if (Files.exists(part)) {
            Files.move(part, cache(jar), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(Path jar, Path into) throws IOException {
        var tool =
                new ProcessBuilder(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                into.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(jar + " cannot be unpacked: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
