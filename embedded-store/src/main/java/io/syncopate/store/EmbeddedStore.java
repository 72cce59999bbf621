package io.syncopate.store;

import de.bwaldvogel.mongo.MongoServer;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A store that speaks MongoDB's wire protocol on the loopback address. One process uses a data directory at a time, and a
 * write that was acknowledged is on disk.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    /** Each waits for the disk with its connection; more of them make bigger groups of writes per sync. */
    private static final int CONNECTION_THREADS = 16;

    private final MVStore file;
    private final @Nullable DataDirectory directory;
    private final MongoServer server;
    private final String connectionString;
    private boolean closed;

    private EmbeddedStore(MVStore file, @Nullable DataDirectory directory, Options options) {
        this.file = file;
        this.directory = directory;
        this.server = new MongoServer(new StoreBackend(file));
        server.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()),
                1,
                CONNECTION_THREADS);
        this.connectionString = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/";
    }

    /**
     * How the store is run.
     *
     * @param port on the loopback address; 0 takes a free one
     * @param cacheMegabytes how much of the file is kept in memory, as the store estimates it
     */
    public record Options(int port, int cacheMegabytes) {

        public Options {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException(
                        "port is " + port + ", expected 0 (any free one) to 65535");
            }
            if (cacheMegabytes < 1) {
                throw new IllegalArgumentException(
                        "cacheMegabytes is " + cacheMegabytes + ", expected at least 1");
            }
        }

        public static Options defaults() {
            return new Options(0, 64);
        }
    }

    /**
     * Opens the store of a directory, which is created when it is not there.
     *
     * @throws StoreException naming the directory, when it cannot be used
     */
    public static EmbeddedStore open(Path dataDirectory, Options options) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        MVStore file = null;
        try {
            file = openFile(directory, options);
            return new EmbeddedStore(file, directory, options);
        } catch (RuntimeException e) {
            if (file != null) {
                file.closeImmediately();
            }
            directory.close();
            throw e;
        }
    }

    /** A store that forgets everything when it is closed, for tests. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(new MVStore.Builder().open(), null, Options.defaults());
    }

    private static MVStore openFile(DataDirectory directory, Options options) {
        try {
            MVStore file =
                    new MVStore.Builder()
                            .fileName(directory.dataFile().toString())
                            // Every commit is ours, between commands: one in the middle would keep
                            // half a command.
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .cacheSize(options.cacheMegabytes())
                            .open();
            // The file is synced after each commit, so that space freed by an earlier one can be
            // used again.
            file.setRetentionTime(0);
            return file;
        } catch (MVStoreException e) {
            throw new StoreException(
                    "The data directory "
                            + directory.path()
                            + " cannot be opened, its file "
                            + DataDirectory.DATA_FILE
                            + " is damaged or of another kind: "
                            + e.getMessage()
                            + ". Restore it from a backup, or name another directory.",
                    e);
        }
    }

    /** For a MongoDB driver; has no database in it. */
    public String connectionString() {
        return connectionString;
    }

    /** How full the store is, and whether that is more than it is meant for. */
    public Envelope envelope() {
        return new Envelope(
                StoreDatabase.documentsIn(file), StoreDatabase.bytesIn(file), fileBytes());
    }

    private long fileBytes() {
        return file.getFileStore() == null ? 0 : file.getFileStore().size();
    }

    /** Closes the connections and the file. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdownNow();
        } finally {
            if (directory != null) {
                directory.close();
            }
        }
        log.debug("closed");
    }
}
