package io.syncopate.starter.call;

import io.grpc.Metadata;

/** What travels beside the messages of a call. */
public final class CallHeaders {

    /** Ties together what is logged of a request, from the gateway on. */
    public static final Metadata.Key<String> REQUEST_ID = ascii("x-request-id");

    /** {@code true} on an answer that is that of an earlier call. */
    public static final Metadata.Key<String> IDEMPOTENT_REPLAY = ascii("idempotent-replay");

    private CallHeaders() {}

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
