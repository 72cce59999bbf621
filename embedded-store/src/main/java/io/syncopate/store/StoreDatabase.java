package io.syncopate.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;

import io.netty.channel.Channel;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

import java.util.List;
import java.util.stream.Stream;

/** The maps of one database: one per collection, one per index. */
final class StoreDatabase extends AbstractMongoDatabase<Long> {

    private static final String DATA = "data.";
    private static final String INDEX = "index.";
    private static final String SIZES = "sizes";

    private final MVStore store;

    StoreDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    static Stream<String> namesIn(MVStore store) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DATA))
                .map(name -> name.substring(DATA.length(), name.indexOf('.', DATA.length())))
                .distinct();
    }

    static MVMap<String, Long> sizes(MVStore store) {
        return store.openMap(
                SIZES,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    static long documentsIn(MVStore store) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DATA) && !name.contains(".system."))
                .mapToLong(name -> openDocuments(store, name).sizeAsLong())
                .sum();
    }

    static long bytesIn(MVStore store) {
        return sizes(store).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lets the first stage of an aggregation use an index, when it is a {@code $match}. */
    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver databases,
            Oplog oplog) {
        if (command.equals("aggregate")
                && query.get(command) instanceof String name
                && query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.get("$match") instanceof Document match
                && resolveCollection(name, false) instanceof StoreCollection collection) {
            return ScopedValue.where(
                            StoreCollection.FIRST_MATCH,
                            new StoreCollection.FirstMatch(collection, match))
                    .call(() -> super.handleCommand(channel, command, query, databases, oplog));
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(
            String collectionName, CollectionOptions options) {
        MVMap<Long, StoredDocument> documents = openDocuments(store, documentsOf(collectionName));
        return new StoreCollection(
                this, collectionName, options, cursorRegistry, documents, sizes(store));
    }

    private static MVMap<Long, StoredDocument> openDocuments(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, StoredDocument>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(StoredDocument.Type.INSTANCE));
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return openIndex(collectionName, indexName, keys, true, sparse);
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return openIndex(collectionName, indexName, keys, false, sparse);
    }

    private Index<Long> openIndex(
            String collectionName,
            String indexName,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse) {
        MVMap<byte[], byte[]> map =
                store.openMap(
                        indexOf(collectionName, indexName),
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(ByteArrayDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE));
        StoreCollection collection = (StoreCollection) resolveCollection(collectionName, true);
        return new OrderedIndex(indexName, keys, unique, sparse, map, collection::getDocument);
    }

    @Override
    protected void dropIndex(MongoCollection<Long> collection, String indexName) {
        super.dropIndex(collection, indexName);
        store.removeMap(indexOf(collection.getCollectionName(), indexName));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        String documents = documentsOf(collectionName);
        store.removeMap(documents);
        sizes(store).remove(documents);
    }

    @Override
    public void moveCollection(
            MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        StoreDatabase from = (StoreDatabase) oldDatabase;
        String oldName = collection.getCollectionName();
        List<String> indexNames = collection.getIndexes().stream().map(Index::getName).toList();
        super.moveCollection(oldDatabase, collection, newCollectionName);
        for (String indexName : indexNames) {
            rename(from.indexOf(oldName, indexName), indexOf(newCollectionName, indexName));
        }
        String oldDocuments = from.documentsOf(oldName);
        rename(oldDocuments, documentsOf(newCollectionName));
        Long size = sizes(store).remove(oldDocuments);
        if (size != null) {
            sizes(store).put(documentsOf(newCollectionName), size);
        }
    }

    private void rename(String from, String to) {
        int id = Integer.parseInt(store.getMetaMap().get("name." + from), 16);
        store.renameMap(store.getMap(id), to);
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    private String documentsOf(String collectionName) {
        return DATA + getFullCollectionNamespace(collectionName);
    }

    /** With the length of the first name, for both names may have any character in them. */
    private String indexOf(String collectionName, String indexName) {
        String collection = getFullCollectionNamespace(collectionName);
        return INDEX + collection.length() + "." + collection + "." + indexName;
    }

    /** A description of what is unknown here is refused, not ignored. */
    @Override
    protected void addIndex(Document indexDescription) {
        Dialect.checkIndex(indexDescription);
        super.addIndex(indexDescription);
    }
}
