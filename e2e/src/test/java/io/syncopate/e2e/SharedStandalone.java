package io.syncopate.e2e;

import io.syncopate.e2e.SharedStandalone.Running;
import io.syncopate.e2e.replicas.Ports;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One standalone with an embedded store for all the tests that neither end it nor count what is
 * there: each looks at what it made itself. Started when the first asks for it, ended with the JVM: one
 * that takes classes in turn with another tells JUnit of them one by one, so none is known to be the last.
 */
final class SharedStandalone implements ParameterResolver {

    static final String SERVICE_SECRET = "a-secret-that-services-of-this-test-share";

    private static @Nullable Running running;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }

    private static synchronized Running shared() {
        if (running == null) {
            Running started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::end));
            running = started;
        }
        return running;
    }

    private static Running start() {
        try {
            Path directory = Files.createTempDirectory("syncopate-shared");
            int rooms = Ports.free();
            var platform =
                    StandaloneProcess.start(
                            directory,
                            Optional.empty(),
                            Stream.concat(
                                            Stream.of(
                                                    "--syncopate.security.service-secret="
                                                            + SERVICE_SECRET,
                                                    "--syncopate.assessment.reminder-sweep.interval=1s"),
                                            RoomService.asBackend(rooms))
                                    .toArray(String[]::new));
            return new Running(directory, platform, rooms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param directory of its data
     * @param roomsPort where it looks for the example's service; only {@link RoomServiceIT} starts it
     */
    record Running(Path directory, StandaloneProcess platform, int roomsPort) {

        Api api() {
            return platform.api();
        }

        private void end() {
            platform.close();
            delete(directory);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
