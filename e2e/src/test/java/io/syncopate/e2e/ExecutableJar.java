package io.syncopate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Path unpack(String module) {
        Path jar = packaged(module);
        Path into = root().resolve("e2e/target/unpacked").resolve(module);
        try {
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
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(jar + " cannot be unpacked: " + said);
            }
            return into.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
