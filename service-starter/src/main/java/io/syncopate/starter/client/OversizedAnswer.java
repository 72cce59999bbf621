package io.syncopate.starter.client;

import io.grpc.Metadata;
import io.grpc.Status;

import org.jspecify.annotations.Nullable;

/**
 * Tells an answer that this process refused to read, because it is larger than the limit of its
 * connection, from one that says to try later: gRPC has the same code for both, and asking again
 * helps for the second alone.
 */
public final class OversizedAnswer {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private OversizedAnswer() {}

    /**
     * @param trailers what came with the status; a service of the platform says more in them
     */
    public static boolean is(Status status, @Nullable Metadata trailers) {
        String words = status.getDescription();
        return status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                && words != null
                // The words of gRPC's MessageDeframer, which has no other sign.
                && (words.startsWith("gRPC message exceeds maximum size")
                        || words.startsWith("Decompressed gRPC message exceeds maximum size"))
                && (trailers == null || !trailers.containsKey(DETAILS));
    }
}
