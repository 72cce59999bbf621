package io.syncopate.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Documents by a running number, so that their natural order is that of insertion. The backend lets one command write at a
 * time, and none read meanwhile, so nothing here is synchronized.
 */
final class StoreCollection extends AbstractMongoCollection<Long> {

    static final ScopedValue<FirstMatch> FIRST_MATCH = ScopedValue.newInstance();

    private final MVMap<Long, StoredDocument> documents;
    private final MVMap<String, Long> sizes;
    private boolean changing;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Long, StoredDocument> documents,
            MVMap<String, Long> sizes) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.sizes = sizes;
    }

    long size() {
        return sizes.getOrDefault(documents.getName(), 0L);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        QueryResult found = find(query, orderBy, skip, limit, batchSize, fields);
        return changing ? copyOf(found) : found;
    }

    private QueryResult find(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        IndexPlan plan = plan(query, orderBy);
        if (plan == null) {
            return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        return matching(
                query,
                candidates(plan),
                plan.ordered() ? null : orderBy,
                skip,
                limit,
                batchSize,
                fields);
    }

    private Stream<Document> candidates(IndexPlan plan) {
        return plan.positions().map(this::getDocument);
    }

    private QueryResult matching(
            Document query,
            Stream<Document> candidates,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            Document fields) {
        if (orderBy == null || deriveComparator(orderBy) == null) {
            return matchDocumentsFromStream(
                    query, candidates, skip, limit, batchSize, null, fields);
        }
        Stream<Document> sorted =
                SortOrder.of(orderBy)
                        .sort(candidates.filter(document -> documentMatchesQuery(document, query)));
        return matchDocumentsFromStream(
                new Document(), sorted, skip, limit, batchSize, null, fields);
    }

    private @Nullable IndexPlan plan(Document query, @Nullable Document orderBy) {
        QueryBounds bounds = new QueryBounds(query);
        return getIndexes().stream()
                .map(index -> ((OrderedIndex) index).plan(bounds, orderBy))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(IndexPlan::worth))
                .orElse(null);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Stream<Document> all;
        if (isNaturalDescending(orderBy)) {
            Iterable<Long> backwards = () -> documents.cursor(null, null, true);
            all = StreamSupport.stream(backwards.spliterator(), false).map(this::getDocument);
        } else {
            all = documents.values().stream().map(StoredDocument::document);
        }
        return matching(query, all, orderBy, skip, limit, batchSize, fields);
    }

    /** What an aggregation starts from: all documents, or those that its first stage lets through an index. */
    @Override
    public Stream<Document> queryAllAsStream() {
        Document match = FIRST_MATCH.isBound() ? FIRST_MATCH.get().takenBy(this) : null;
        IndexPlan plan = match == null ? null : plan(match, null);
        return plan == null
                ? documents.values().stream().map(StoredDocument::document)
                : candidates(plan);
    }

    /** The first stage of an aggregation, good for one reading of its collection: stages after it may read it again. */
    static final class FirstMatch {

        private final StoreCollection collection;
        private @Nullable Document match;

        FirstMatch(StoreCollection collection, Document match) {
            this.collection = collection;
            this.match = match;
        }

        private @Nullable Document takenBy(StoreCollection reader) {
            Document taken = reader == collection ? match : null;
            if (taken != null) {
                match = null;
            }
            return taken;
        }
    }

    /** An update works on what a query hands out; the stored document stays as it is for those who still read it. */
    private static QueryResult copyOf(QueryResult found) {
        List<Document> copies = new ArrayList<>();
        found.forEach(document -> copies.add(document.cloneDeeply()));
        return new QueryResult(copies, found.getCursorId());
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters filters,
            boolean multi,
            boolean upsert,
            Oplog oplog) {
        changing = true;
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            changing = false;
        }
    }

    @Override
    public Document findAndModify(Document query) {
        changing = true;
        try {
            return super.findAndModify(query);
        } finally {
            changing = false;
        }
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        Long last = documents.lastKey();
        long position = last == null ? 1 : last + 1;
        StoredDocument stored = StoredDocument.of(document);
        documents.put(position, stored);
        grow(stored.size());
        return position;
    }

    @Override
    protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
        StoredDocument stored = StoredDocument.of(newDocument);
        StoredDocument before = documents.put(position, stored);
        grow(stored.size() - (before == null ? 0 : before.size()));
    }

    @Override
    public void removeDocument(Document document) {
        Long position = positionOf(document);
        if (position == null) {
            return;
        }
        for (Index<Long> index : getIndexes()) {
            ((OrderedIndex) index).remove(document, position);
        }
        removeDocument(position);
    }

    private @Nullable Long positionOf(Document document) {
        return getIndexes().stream()
                .filter(
                        index ->
                                index.getKeys().size() == 1
                                        && index.getKeys().getFirst().getKey().equals(getIdField()))
                .map(index -> index.getPosition(document))
                .findFirst()
                .orElseGet(() -> findDocumentPosition(document));
    }

    @Override
    protected void removeDocument(Long position) {
        StoredDocument removed = documents.remove(position);
        if (removed != null) {
            grow(-removed.size());
        }
    }

    @Override
    protected Document getDocument(Long position) {
        StoredDocument stored = documents.get(position);
        if (stored == null) {
            throw new IllegalStateException("No document at " + position + " in " + getFullName());
        }
        return stored.document();
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(
                        entry ->
                                new DocumentWithPosition<>(
                                        entry.getValue().document(), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false; // done here, where the size is known already
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(size(), Integer.MAX_VALUE);
    }

    private void grow(int bytes) {
        if (bytes != 0) {
            sizes.put(documents.getName(), size() + bytes);
        }
    }
}
