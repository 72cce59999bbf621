package io.syncopate.kernel;

/** Optimistic concurrency as callers see it. */
public final class Etags {

    private Etags() {}

    /**
     * Lets an empty etag pass: the caller does not mind what is there.
     *
     * @throws StaleEtagException when the sent etag is not that of the current version
     */
    public static void check(String sent, Versioned<?> current) {
        if (!sent.isEmpty() && !sent.equals(current.etag())) {
            throw new StaleEtagException(current.name(), sent, current.etag());
        }
    }
}
