package io.syncopate.starter.call;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RequestInProgressException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/**
 * Makes each call of a method that changes something a command, from its request message. The answer
 * says when it is that of an earlier call: header {@code idempotent-replay: true}.
 */
final class CommandInterceptor implements ServerInterceptor {

    private static final String REQUEST_ID_FIELD = "request_id";

    private final Clock clock;

    CommandInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!changesSomething(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        Replays replays = new Replays();
        return new CommandListener<>(
                next.startCall(telling(replays, call), headers),
                call.getMethodDescriptor().getFullMethodName(),
                replays);
    }

    private static <Q, R> ServerCall<Q, R> telling(Replays replays, ServerCall<Q, R> call) {
        return new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata headers) {
                if (replays.isReplay()) {
                    headers.put(CallHeaders.IDEMPOTENT_REPLAY, "true");
                }
                super.sendHeaders(headers);
            }
        };
    }

    private static boolean changesSomething(MethodDescriptor<?, ?> method) {
        if (!method.getType().clientSendsOneMessage()
                || OpenServices.contains(method.getServiceName())) {
            return false;
        }
        return AccessRule.descriptor(method)
                .map(descriptor -> descriptor.getOptions().getIdempotencyLevel())
                .map(level -> level != IdempotencyLevel.NO_SIDE_EFFECTS)
                .orElse(false);
    }

    private Command command(String method, Message request) {
        FieldDescriptor field = request.getDescriptorForType().findFieldByName(REQUEST_ID_FIELD);
        Optional<String> requestId =
                field != null && field.getJavaType() == FieldDescriptor.JavaType.STRING
                        ? Optional.of((String) request.getField(field))
                        : Optional.empty();
        return new Command(
                CallContext.caller(),
                CallContext.reach(),
                method,
                requestId,
                Fingerprints.of(request),
                clock.instant());
    }

    private final class CommandListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final String method;
        private final Replays replays;
        private @Nullable Context context;
        private @Nullable Command command;

        CommandListener(ServerCall.Listener<Q> listener, String method, Replays replays) {
            super(listener);
            this.method = method;
            this.replays = replays;
        }

        @Override
        public void onMessage(Q message) {
            if (message instanceof Message request) {
                command = command(method, request);
                context =
                        Context.current()
                                .withValues(CallContext.COMMAND, command, Replays.KEY, replays);
            }
            super.onMessage(message);
        }

        /** Here gRPC calls the handler of a method that takes one message. */
        @Override
        public void onHalfClose() {
            if (context == null || command == null) {
                super.onHalfClose();
                return;
            }
            try {
                context.run(super::onHalfClose);
            } catch (RefusedException refusal) {
                if (replays.wasOvertaken()) {
                    throw new RequestInProgressException(command.requestId().orElseThrow());
                }
                throw refusal;
            }
        }
    }
}
