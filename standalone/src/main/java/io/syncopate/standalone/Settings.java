package io.syncopate.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the standalone itself is told, from the command line or the environment; everything else goes
 * to the modules as it is.
 *
 * @param dataDirectory where the embedded store and the developer key live
 * @param mongodbUri a MongoDB to use in place of the embedded store
 * @param databasePrefix begins the name of each module's database
 * @param port of the gateway on the loopback interface; 0 takes a free one
 * @param timeAdjustable whether the platform's time can be moved forward by a call
 * @param arguments the command line, for the modules
 */
record Settings(
        Path dataDirectory,
        Optional<String> mongodbUri,
        String databasePrefix,
        int port,
        boolean timeAdjustable,
        List<String> arguments) {

    static final String DATA_DIRECTORY = "syncopate.data.directory";
    static final String MONGODB_URI = "syncopate.mongodb.uri";
    static final String DATABASE_PREFIX = "syncopate.mongodb.database-prefix";
    static final String TIME_ADJUSTABLE = "syncopate.time.adjustable";
    private static final String ADDRESS = "--server.address=";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final String DEFAULT_DIRECTORY = ".syncopate";
    private static final String DEFAULT_PREFIX = "syncopate_";
    static final String PORT = "server.port";
    private static final String DEFAULT_PORT = "8080";

    static Settings of(List<String> arguments, Map<String, String> environment) {
        arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .ifPresent(
                        argument -> {
                            throw new StartupException(
                                    "'%s' is not a setting: settings look like --%s=DIR"
                                            .formatted(argument, DATA_DIRECTORY));
                        });
        Path directory =
                Path.of(read(DATA_DIRECTORY, arguments, environment).orElse(DEFAULT_DIRECTORY))
                        .toAbsolutePath()
                        .normalize();
        return new Settings(
                directory,
                read(MONGODB_URI, arguments, environment),
                read(DATABASE_PREFIX, arguments, environment).orElse(DEFAULT_PREFIX),
                port(read(PORT, arguments, environment).orElse(DEFAULT_PORT)),
                yesOrNo(
                        TIME_ADJUSTABLE,
                        read(TIME_ADJUSTABLE, arguments, environment).orElse("false")),
                List.copyOf(arguments));
    }

    /** Time is everybody's: it is not to be moved from another machine. */
    Settings {
        if (timeAdjustable) {
            arguments.stream()
                    .filter(argument -> argument.startsWith(ADDRESS))
                    .map(argument -> argument.substring(ADDRESS.length()))
                    .filter(address -> !LOOPBACK.contains(address))
                    .findFirst()
                    .ifPresent(
                            address -> {
                                throw new StartupException(
                                        "--%s=true goes with a loopback address alone, and %s%s is none"
                                                .formatted(TIME_ADJUSTABLE, ADDRESS, address));
                            });
        }
    }

    /** The command line without what is the standalone's own to decide. */
    List<String> forModules() {
        var own = Set.of(DATA_DIRECTORY, MONGODB_URI, DATABASE_PREFIX, PORT, TIME_ADJUSTABLE);
        return arguments.stream().filter(argument -> !own.contains(name(argument))).toList();
    }

    /** Both lists as one in which each option stands once: Spring would join two by a comma. */
    static List<String> merged(List<String> first, List<String> wins) {
        var byName = new LinkedHashMap<String, String>();
        Stream.concat(first.stream(), wins.stream())
                .forEach(argument -> byName.put(name(argument), argument));
        return List.copyOf(byName.values());
    }

    private static String name(String argument) {
        int value = argument.indexOf('=');
        return argument.substring("--".length(), value < 0 ? argument.length() : value);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of range is.
        }
        throw new StartupException(
                "--%s=%s is no port: expected 0 (any free one) to 65535".formatted(PORT, text));
    }

    private static boolean yesOrNo(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new StartupException(
                            "--%s=%s: expected true or false".formatted(name, text));
        };
    }

    private static Optional<String> read(
            String name, List<String> arguments, Map<String, String> environment) {
        String option = "--" + name + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .reduce((first, last) -> last)
                .or(
                        () ->
                                Optional.ofNullable(
                                        environment.get(
                                                name.replace('.', '_')
                                                        .replace("-", "")
                                                        .toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }
}
