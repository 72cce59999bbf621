package io.syncopate.starter.call;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.syncopate.kernel.Command;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/** Makes each call of a method that changes something a command, from its request message. */
final class CommandInterceptor implements ServerInterceptor {

    private static final String REQUEST_ID_FIELD = "request_id";

    private final Clock clock;

    CommandInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        return changesSomething(call.getMethodDescriptor())
                ? new CommandListener<>(listener, call.getMethodDescriptor().getFullMethodName())
                : listener;
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
                CallContext.caller(), method, requestId, Fingerprints.of(request), clock.instant());
    }

    private final class CommandListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final String method;
        private @Nullable Context context;

        CommandListener(ServerCall.Listener<Q> listener, String method) {
            super(listener);
            this.method = method;
        }

        @Override
        public void onMessage(Q message) {
            if (message instanceof Message request) {
                context =
                        Context.current().withValue(CallContext.COMMAND, command(method, request));
            }
            super.onMessage(message);
        }

        /** Here gRPC calls the handler of a method that takes one message. */
        @Override
        public void onHalfClose() {
            if (context == null) {
                super.onHalfClose();
            } else {
                context.run(super::onHalfClose);
            }
        }
    }
}
