package io.syncopate.testkit.part;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program of this machine that tests start.
 *
 * @param variable names its path
 * @param names what it is called on the {@code PATH}, where the variable is not set
 */
public record Program(String variable, List<String> names) {

    public Program {
        names = List.copyOf(names);
    }

    /**
     * The one that is named, else the first on the path.
     *
     * @throws IllegalStateException when the one that is named cannot be run: to take another one
     *     would test something else than was asked for
     */
    public Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault(variable, "");
        if (named.isBlank()) {
            return onPath(environment, names);
        }
        Path path = Path.of(named);
        if (!isProgram(path)) {
            throw new IllegalStateException(
                    "%s is %s, expected the path of an executable %s"
                            .formatted(variable, named, names.getFirst()));
        }
        return Optional.of(path);
    }

    /** The first on the path that has one of the names. */
    public static Optional<Path> onPath(Map<String, String> environment, List<String> names) {
        return Arrays.stream(
                        environment
                                .getOrDefault("PATH", "")
                                .split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Program::isProgram)
                .findFirst();
    }

    /** A directory passes for executable. */
    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
