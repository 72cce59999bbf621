package io.syncopate.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;

import io.netty.channel.Channel;

import org.h2.mvstore.MVStore;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Runs commands: reads beside each other, writes one at a time, each on disk before its answer. */
final class StoreBackend extends AbstractMongoBackend {

    private final MVStore store;
    private final boolean durable;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final GroupCommit commits;

    StoreBackend(MVStore store) {
        this.store = store;
        this.durable = store.getFileStore() != null;
        this.commits = new GroupCommit(store, lock.writeLock());
        StoreDatabase.namesIn(store).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String databaseName, String command, Document query) {
        Dialect.checkCommand(query);
        if (Dialect.reads(command, query)) {
            lock.readLock().lock();
            try {
                return super.handleCommand(channel, databaseName, command, query);
            } finally {
                lock.readLock().unlock();
            }
        }
        return write(channel, databaseName, command, query);
    }

    private Document write(Channel channel, String databaseName, String command, Document query) {
        Document reply;
        long write;
        lock.writeLock().lock();
        try {
            reply =
                    Batches.run(
                            command,
                            query,
                            part -> super.handleCommand(channel, databaseName, command, part));
        } finally {
            write = commits.wrote();
            lock.writeLock().unlock();
        }
        if (durable) {
            commits.await(write);
        }
        return reply;
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        lock.readLock().lock();
        try {
            return super.handleQuery(query);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            super.close();
            store.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return durable
                ? "embedded store in " + store.getFileStore().getFileName()
                : "embedded store in memory";
    }
}
