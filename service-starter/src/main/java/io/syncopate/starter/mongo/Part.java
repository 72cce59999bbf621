package io.syncopate.starter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;

import io.syncopate.kernel.Page;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The beginning of what a query finds: no more than was asked for, and no more than can be sent and
 * held at once, but one at least.
 *
 * @param more whether there is something behind it
 */
public record Part<T>(List<T> items, boolean more) {

    /**
     * Of documents, as they are stored. What is told of them is two or three times as long at the
     * worst, which stays below the 4 MB that clients of gRPC take by default.
     */
    public static final int MOST_BYTES = 1 << 20;

    public Part {
        items = List.copyOf(items);
    }

    /**
     * Reads no further than it goes: of large documents there are never many in memory.
     *
     * @param query with its order
     * @param limit the most documents
     */
    public static Part<Document> of(
            MongoCollection<Document> collection,
            Function<MongoCollection<RawBsonDocument>, FindIterable<RawBsonDocument>> query,
            int limit) {
        Codec<Document> codec = collection.getCodecRegistry().get(Document.class);
        List<Document> found = new ArrayList<>();
        long bytes = 0;
        try (MongoCursor<RawBsonDocument> cursor =
                query.apply(collection.withDocumentClass(RawBsonDocument.class))
                        .limit(limit + 1)
                        .iterator()) {
            while (cursor.hasNext()) {
                RawBsonDocument next = cursor.next();
                bytes += next.getByteBuffer().remaining();
                if (found.size() == limit || (bytes > MOST_BYTES && !found.isEmpty())) {
                    return new Part<>(found, true);
                }
                found.add(next.decode(codec));
            }
        }
        return new Part<>(found, false);
    }

    public <R> Part<R> map(Function<? super T, ? extends R> mapper) {
        return new Part<>(items.stream().<R>map(mapper).toList(), more);
    }

    /**
     * @param token for what is behind an item
     */
    public Page<T> page(Function<? super T, String> token) {
        return new Page<>(items, more ? token.apply(items.getLast()) : "");
    }
}
