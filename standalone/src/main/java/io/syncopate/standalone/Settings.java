package io.syncopate.standalone;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the standalone itself is told, from the command line or the environment; everything else goes
 * to the modules as it is.
 *
 * @param dataDirectory where the embedded store and the developer key live
 * @param mongodbUri a MongoDB to use in place of the embedded store
 * @param databasePrefix begins the name of each module's database
 * @param selectionTimeout how long a MongoDB is waited for
 * @param port of the gateway on the loopback interface; 0 takes a free one
 * @param timeAdjustable whether the platform's time can be moved forward by a call
 * @param arguments the command line, for the modules
 */
record Settings(
        Path dataDirectory,
        Optional<String> mongodbUri,
        String databasePrefix,
        Duration selectionTimeout,
        int port,
        boolean timeAdjustable,
        List<String> arguments) {

    static final String DATA_DIRECTORY = "syncopate.data.directory";
    static final String MONGODB_URI = "syncopate.mongodb.uri";
    static final String DATABASE_PREFIX = "syncopate.mongodb.database-prefix";
    static final String TIME_ADJUSTABLE = "syncopate.time.adjustable";
    static final String PORT = "server.port";
    private static final KnownSetting THE_PORT =
            new KnownSetting(
                    List.of(PORT.split("\\.")),
                    false,
                    "port of the gateway on the loopback interface; 0 takes a free one");
    private static final String DEFAULT_PORT = "8080";

    static Settings of(List<String> arguments, Map<String, String> environment) {
        var spelling = new Spelling(KnownSettings.all());
        arguments.forEach(argument -> requireOption(argument, spelling));
        spelling.check(arguments.stream().map(Settings::name));
        spelling.check(environment.keySet().stream());
        spelling.checkVariables(environment.keySet());
        Binder binder = binder(arguments, environment);
        try {
            OwnSettings own = binder.bindOrCreate(KnownSettings.ROOT, OwnSettings.class);
            return new Settings(
                    directory(own.data().directory()),
                    Optional.ofNullable(own.mongodb().uri()),
                    own.mongodb().databasePrefix(),
                    own.mongodb().selectionTimeout(),
                    port(binder.bind(PORT, String.class).orElse(DEFAULT_PORT)),
                    own.time().adjustable(),
                    List.copyOf(arguments));
        } catch (BindException e) {
            throw new StartupException(Failures.of(e), e);
        }
    }

    /** A misspelt one would be left out of account without a word. */
    private static void requireOption(String argument, Spelling spelling) {
        if (!argument.startsWith("--")) {
            throw new StartupException(
                    "'%s' is not a setting: settings look like --%s=DIR"
                            .formatted(argument, DATA_DIRECTORY));
        }
        String name = name(argument);
        if (!name.equals(PORT)
                && !KnownSettings.isOurs(name)
                && !KnownSettings.isFirstWordOfAny(name.split("\\.", 2)[0])) {
            throw spelling.unread(argument, name, THE_PORT);
        }
        if (KnownSettings.isOurs(name) && argument.indexOf('=') < 0) {
            throw new StartupException(
                    "'%s' says nothing: expected %1$s=VALUE".formatted(argument));
        }
    }

    /** Of an option that is given twice the last one counts; what is blank is not set. */
    private static Binder binder(List<String> arguments, Map<String, String> environment) {
        var options = new HashMap<String, Object>();
        for (String argument : arguments) {
            options.put(name(argument), argument.substring(argument.indexOf('=') + 1));
        }
        var variables = new HashMap<String, Object>(environment);
        Stream.of(options, variables)
                .forEach(values -> values.values().removeIf(value -> value.toString().isBlank()));
        return new Binder(
                ConfigurationPropertySources.from(
                        List.of(
                                new MapPropertySource("commandLineArgs", options),
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        variables))));
    }

    /** What {@code -D} sets for the JVM counts as an option, before those of the command line. */
    static List<String> withSystemProperties(Properties properties, List<String> arguments) {
        return Stream.concat(
                        properties.stringPropertyNames().stream()
                                .filter(name -> KnownSettings.isOurs(name) || name.equals(PORT))
                                .map(name -> "--" + name + "=" + properties.getProperty(name)),
                        arguments.stream())
                .toList();
    }

    private static Path directory(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartupException(
                    "--%s=%s is no directory: %s".formatted(DATA_DIRECTORY, text, e.getReason()),
                    e);
        }
    }

    /** Time is everybody's: it is not to be moved from another machine. */
    Settings {
        if (timeAdjustable) {
            GatewayAddress.beyondLoopback(arguments)
                    .ifPresent(
                            address -> {
                                throw new StartupException(
                                        "--%s=true goes with a loopback address alone, and %s is none"
                                                .formatted(TIME_ADJUSTABLE, address));
                            });
        }
    }

    /** Boot's own switch: more is said of how things were put together, and of what failed. */
    boolean isDebug() {
        return arguments.stream().anyMatch(Set.of("--debug", "--debug=true")::contains);
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
}
