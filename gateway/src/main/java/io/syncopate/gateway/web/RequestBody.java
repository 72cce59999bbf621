package io.syncopate.gateway.web;

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

/** Reads the JSON of a request, up to a limit. */
final class RequestBody {

    private static final byte[] NONE = {};

    private final int limit;

    RequestBody(int limit) {
        this.limit = limit;
    }

    /** No bytes when there is no body. */
    Mono<byte[]> read(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        long length = headers.getContentLength();
        if (length == 0 || (length < 0 && isUsuallyWithout(request))) {
            return Mono.just(NONE);
        }
        if (length > limit) {
            return Mono.error(new ProblemException(Problems.bodyTooLarge(limit)));
        }
        return DataBufferUtils.join(request.getBody(), limit)
                .map(
                        buffer -> {
                            byte[] body = bytes(buffer);
                            requireJson(headers);
                            return body;
                        })
                .defaultIfEmpty(NONE)
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
