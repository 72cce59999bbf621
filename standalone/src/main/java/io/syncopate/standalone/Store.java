package io.syncopate.standalone;

import io.syncopate.store.EmbeddedStore;
import io.syncopate.store.StoreException;

import java.util.Objects;
import java.util.Optional;

/** Where the modules keep their data: the embedded store, or a MongoDB that the user named. */
sealed interface Store extends AutoCloseable {

    /** The connection string for every module. */
    String uri();

    /** What a user should know about it before relying on it. */
    String description();

    @Override
    void close();

    /** Opens the embedded store below the data directory, unless a MongoDB is named. */
    static Store open(Settings settings) {
        Optional<String> uri = settings.mongodbUri();
        if (uri.isPresent()) {
            return new Named(uri.get());
        }
        try {
            return new Embedded(
                    EmbeddedStore.open(
                            settings.dataDirectory().resolve("store"),
                            EmbeddedStore.Options.defaults()));
        } catch (StoreException e) {
            throw new StartupException(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    /** Data in files of this process; gone from memory when it ends, never from disk. */
    record Embedded(EmbeddedStore store) implements Store {

        @Override
        public String uri() {
            return store.connectionString();
        }

        @Override
        public String description() {
            return store.envelope()
                    .warning()
                    .orElse(
                            "embedded, for trials and small teams; every write is on disk before it"
                                    + " is answered");
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** A MongoDB that somebody else runs. */
    record Named(String uri) implements Store {

        @Override
        public String description() {
            return "MongoDB, as named by " + Settings.MONGODB_URI;
        }

        @Override
        public void close() {
            // Not ours to close.
        }
    }
}
