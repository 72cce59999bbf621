package io.syncopate.store;

import java.util.Locale;
import java.util.Optional;

/**
 * How full a store is.
 *
 * @param documents in all databases
 * @param bytes of those documents, in BSON
 * @param fileBytes of the file that keeps them
 */
public record Envelope(long documents, long bytes, long fileBytes) {

    /** Up to here the store was measured to keep what its README says. */
    public static final long MOST_DOCUMENTS = 100_000;

    public static final long MOST_BYTES = 200L << 20;

    public boolean exceeded() {
        return documents > MOST_DOCUMENTS || bytes > MOST_BYTES;
    }

    /** What to tell the user, when there is something to tell. */
    public Optional<String> warning() {
        if (!exceeded()) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "The embedded store has %,d documents (%,d MB); it is meant for up to %,d"
                                + " documents and %,d MB, beyond that it gets slow. Set"
                                + " SYNCOPATE_MONGODB_URI to use a MongoDB server.",
                        documents,
                        bytes >> 20,
                        MOST_DOCUMENTS,
                        MOST_BYTES >> 20));
    }
}
