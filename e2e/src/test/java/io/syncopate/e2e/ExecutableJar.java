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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The executable jars of this build, as they are packaged and unpacked by their own tool. */
public final class ExecutableJar {

    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private ExecutableJar() {}

    /** @param module such as {@code standalone} */
    static Path packaged(String module) {
        Path jar =
                root().resolve(
                                "%1$s/target/syncopate-%1$s-%2$s-exec.jar"
                                        .formatted(
                                                module, System.getProperty("syncopate.version")));
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
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "-jar",
                unpacked(module).toString());
    }

    /** Each build's in a directory of its own, by one process at a time, there whole or not at all. */
    private static Path unpack(String module) {
        Path jar = packaged(module);
        Path all = root().resolve("e2e/target/unpacked");
        try {
            Files.createDirectories(all);
            try (var file = FileChannel.open(all.resolve(module + ".lock"), CREATE, WRITE);
                    FileLock _ = file.lock()) {
                long packaged = Files.getLastModifiedTime(jar).toMillis();
                Path into = all.resolve("%s-%x".formatted(module, packaged));
                if (!Files.exists(into)) {
                    Path part = Files.createTempDirectory(all, module);
                    unpack(jar, part);
                    Files.move(part, into, StandardCopyOption.ATOMIC_MOVE);
                }
                return into.resolve(jar.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
