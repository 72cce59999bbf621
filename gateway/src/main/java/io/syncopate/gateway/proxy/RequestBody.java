package io.syncopate.gateway.proxy;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

import reactor.core.publisher.Mono;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads the body of a request, up to a limit and within a time. */
final class RequestBody {

    private static final byte[] NONE = {};

    private final int jsonLimit;
    private final int uploadLimit;
    private final Duration time;

    /**
     * @param uploadLimit of a body that need not be JSON
     */
    RequestBody(int jsonLimit, int uploadLimit, Duration time) {
        this.jsonLimit = jsonLimit;
        this.uploadLimit = uploadLimit;
        this.time = time;
    }

    /**
     * No bytes when there is no body.
     *
     * @param ofAnyType whether it need not be JSON
     */
    Mono<byte[]> read(ServerHttpRequest request, boolean ofAnyType) {
        HttpHeaders headers = request.getHeaders();
        long length = headers.getContentLength();
        if (length == 0 || (length < 0 && isUsuallyWithout(request))) {
            return Mono.just(NONE);
        }
        int limit = ofAnyType ? uploadLimit : jsonLimit;
        if (length > limit) {
            return Mono.error(new ProblemException(Problems.bodyTooLarge(limit)));
        }
        return DataBufferUtils.join(request.getBody(), limit)
                .map(
                        buffer -> {
                            byte[] body = bytes(buffer);
                            if (!ofAnyType) {
                                requireJson(headers);
                            }
                            return body;
                        })
                .defaultIfEmpty(NONE)
                .timeout(time, Mono.error(() -> new ProblemException(Problems.bodyTooSlow(time))))
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ -> new ProblemException(Problems.bodyTooLarge(limit)));
    }

    private static boolean isUsuallyWithout(ServerHttpRequest request) {
        return (request.getMethod() == HttpMethod.GET
                        || request.getMethod() == HttpMethod.HEAD
                        || request.getMethod() == HttpMethod.DELETE)
                && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** A missing type is taken for JSON; another one would be read as something it is not. */
    private static void requireJson(HttpHeaders headers) {
        String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (sent == null) {
            return;
        }
        try {
            MediaType type = MediaType.parseMediaType(sent);
            boolean json =
                    type.getType().equals("application")
                            && (type.getSubtype().equals("json")
                                    || type.getSubtype().endsWith("+json"));
            Charset charset = type.getCharset();
            if (json && (charset == null || charset.equals(StandardCharsets.UTF_8))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.wrongMediaType(sent));
        }
        throw new ProblemException(Problems.wrongMediaType(sent));
    }
}
