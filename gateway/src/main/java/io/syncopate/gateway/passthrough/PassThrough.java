package io.syncopate.gateway.passthrough;

import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.syncopate.gateway.backend.GrpcTarget;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.proxy.CallAuthority;
import io.syncopate.gateway.proxy.OpenStreams;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Carries a call that was let in to its backend. The client's own deadline and its going away reach
 * the backend by the call's context.
 */
final class PassThrough {

    private final CallAuthority authority;
    private final OpenStreams streams;

    PassThrough(CallAuthority authority, OpenStreams streams) {
        this.authority = authority;
        this.streams = streams;
    }

    ServerCallHandler<byte[], byte[]> to(GrpcTarget target) {
        return (call, _) -> start(target, call);
    }

    private ServerCall.Listener<byte[]> start(
            GrpcTarget target, ServerCall<byte[], byte[]> client) {
        var known = AdmissionInterceptor.known();
        try {
            CallAuthority.require(known.caller(), target.access());
        } catch (ProblemException e) {
            return GrpcRefusals.close(client, e, target.call().getFullMethodName(), known.facts());
        }
        Duration longest = target.streams() ? streams.longest() : target.backend().deadline();
        var call =
                new PassedCall(
                        target,
                        known.facts(),
                        client,
                        target.backend()
                                .channel()
                                .newCall(
                                        target.call(),
                                        CallOptions.DEFAULT.withDeadlineAfter(
                                                longest.toNanos(), TimeUnit.NANOSECONDS)));
        // nothing of the client's: a backend trusts what it reads there
        Metadata metadata = authority.metadata(known.facts(), known.caller(), target.backend());
        if (!target.streams()) {
            return call.start(metadata);
        }
        var ended =
                streams.counted(
                        known.caller(),
                        Mono.defer(
                                () -> {
                                    call.start(metadata);
                                    return Mono.firstWithSignal(
                                            call.ended(),
                                            streams.<Void>interruption(
                                                    known.again(), target.access()));
                                }));
        ended.subscribe(_ -> {}, call::refuse);
        return call.requests();
    }
}
