package io.syncopate.gateway.proxy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Target;
import io.syncopate.gateway.transcoding.HttpBodies;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Writes bytes as the backend sends them: in one piece, or in as many as it has. */
final class BytesAnswer {

    /** What a backend may say of the bytes, as metadata that it sends before them. */
    private static final List<String> HEADERS =
            List.of("content-disposition", "content-language", "etag", "last-modified");

    private final OpenStreams streams;

    BytesAnswer(OpenStreams streams) {
        this.streams = streams;
    }

    /** Fails, for a plain problem to be answered, when the call fails before the first piece. */
    Mono<Void> write(ServerWebExchange exchange, Target target, ServerStream stream) {
        Flux<DynamicMessage> pieces =
                stream.messages()
                        .onErrorMap(
                                StatusRuntimeException.class,
                                e -> Refusals.of(exchange, target, false, e));
        if (target.streams()) {
            pieces = pieces.takeUntilOther(streams.interruption(exchange, target.access()));
        }
        return pieces.switchOnFirst(
                        (first, all) -> {
                            if (first.getThrowable() != null) {
                                return Mono.<Void>error(first.getThrowable());
                            }
                            DynamicMessage piece = first.get();
                            return piece == null
                                    ? exchange.getResponse().setComplete()
                                    : body(exchange, target, stream.sentHeaders(), piece, all);
                        })
                .then();
    }

    private static Mono<Void> body(
            ServerWebExchange exchange,
            Target target,
            Metadata sent,
            DynamicMessage first,
            Flux<DynamicMessage> all) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        var responseBody = target.route().responseBody();
        headers.setContentType(type(HttpBodies.of(first, responseBody).type()));
        headers.setCacheControl("private, no-cache");
        for (String name : HEADERS) {
            String value = sent.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            if (value != null) {
                headers.set(name, value);
            }
        }
        HttpMethod method = exchange.getRequest().getMethod();
        boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD;
        String etag = headers.getETag();
        if (read
                && etag != null
                && EtagHeaders.isKnown(
                        exchange.getRequest().getHeaders(), EtagHeaders.unquoted(etag))) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        if (target.streams()) {
            return response.writeAndFlushWith(
                    all.map(piece -> Mono.just(data(response, piece, responseBody))));
        }
        headers.setContentLength(HttpBodies.of(first, responseBody).data().size());
        return response.writeWith(Mono.just(data(response, first, responseBody)));
    }

    private static DataBuffer data(
            ServerHttpResponse response,
            DynamicMessage piece,
            @Nullable FieldDescriptor responseBody) {
        return response.bufferFactory()
                .wrap(HttpBodies.of(piece, responseBody).data().asReadOnlyByteBuffer());
    }

    private static MediaType type(String sent) {
        try {
            return MediaType.parseMediaType(sent);
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
