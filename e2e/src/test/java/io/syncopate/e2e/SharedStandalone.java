package io.syncopate.e2e;

import io.syncopate.e2e.SharedStandalone.Running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
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
 * there: each looks at what it made itself. Started when the first asks for it, ended after the last.
 */
final class SharedStandalone implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedStandalone.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Running.class, _ -> start());
    }

    private static Running start() {
        try {
            Path directory = Files.createTempDirectory("syncopate-shared");
            return new Running(directory, StandaloneProcess.start(directory, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the directory of its data. */
    record Running(Path directory, StandaloneProcess platform) implements AutoCloseable {

        Api api() {
            return platform.api();
        }

        @Override
        public void close() throws IOException {
            platform.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
