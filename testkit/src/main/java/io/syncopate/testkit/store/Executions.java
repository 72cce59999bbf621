package io.syncopate.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a line for every test method that ran on a store, so that the build can count them. */
final class Executions {

    private static final Path LOG = Path.of("target", "store-executions.log");

    private Executions() {}

    static synchronized void record(StoreKind kind, Class<?> test, String method) {
        try {
            Files.createDirectories(LOG.getParent());
            Files.writeString(
                    LOG,
                    "store=" + kind.label() + " " + test.getName() + " " + method + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
