package io.syncopate.gateway.transcoding;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What of an HTTP request goes into the message of its method.
 *
 * @param body its bytes; empty for none
 * @param contentType of the body; null when the client did not say
 * @param values of the path's variables, as the route table found them
 * @param rawQuery as sent, without the question mark; null for none
 * @param requestId of {@code Idempotency-Key}; null for none
 * @param etag of {@code If-Match}; null for none
 * @param lastEventId of {@code Last-Event-ID}; null for none
 */
public record RequestParts(
        byte[] body,
        @Nullable String contentType,
        List<String> values,
        @Nullable String rawQuery,
        @Nullable String requestId,
        @Nullable String etag,
        @Nullable String lastEventId) {}
