package io.syncopate.e2e;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory that a process cannot write to, even one of root, whom permissions do not stop. */
final class ReadOnly {

    private ReadOnly() {}

    /**
     * Makes it so; answers what the process has to be started by: nothing for an ordinary user, and
     * for root a mount namespace of its own, in which the directory is mounted read-only.
     */
    static List<String> make(Path directory) throws IOException {
        boolean permissions = directory.toFile().setWritable(false, false);
        if (permissions && !Files.isWritable(directory)) {
            return List.of();
        }
        List<String> starter =
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-ec",
                        "mount --bind \"$0\" \"$0\"; mount -o remount,bind,ro \"$0\"; exec \"$@\"",
                        directory.toString());
        Assumptions.assumeTrue(
                works(starter),
                "root writes everywhere, and `unshare --mount` is not allowed here");
        return starter;
    }

    private static boolean works(List<String> starter) throws IOException {
        var command = new ArrayList<>(starter);
        command.add("true");
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such command: not a Linux
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
