package io.syncopate.starter.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.syncopate.kernel.Ids;

import org.slf4j.MDC;

import java.util.regex.Pattern;

/**
 * Ties the log lines of a request together: takes {@code x-request-id} from the caller, or makes
 * one, puts it into the logging context of every callback and into the reply.
 */
final class RequestIdInterceptor implements ServerInterceptor {

    private static final String MDC_KEY = "requestId";
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String sent = headers.get(CallHeaders.REQUEST_ID);
        String id = sent != null && VALID.matcher(sent).matches() ? sent : Ids.random();
        Context context = Context.current().withValue(CallContext.REQUEST_ID, id);
        try (var logging = MDC.putCloseable(MDC_KEY, id)) {
            return new LoggingListener<>(
                    Contexts.interceptCall(context, new RepliedCall<>(call, id), headers, next),
                    id);
        }
    }

    private static final class RepliedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
        private final String id;
        private boolean headersSent;

        RepliedCall(ServerCall<Q, R> call, String id) {
            super(call);
            this.id = id;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            headersSent = true;
            headers.put(CallHeaders.REQUEST_ID, id);
            super.sendHeaders(headers);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!headersSent) {
                trailers.put(CallHeaders.REQUEST_ID, id);
            }
            super.close(status, trailers);
        }
    }

    private static final class LoggingListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final String id;

        LoggingListener(ServerCall.Listener<Q> listener, String id) {
            super(listener);
            this.id = id;
        }

        @Override
        public void onMessage(Q message) {
            logging(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            logging(super::onHalfClose);
        }

        @Override
        public void onCancel() {
            logging(super::onCancel);
        }

        @Override
        public void onComplete() {
            logging(super::onComplete);
        }

        @Override
        public void onReady() {
            logging(super::onReady);
        }

        private void logging(Runnable callback) {
            try (var logging = MDC.putCloseable(MDC_KEY, id)) {
                callback.run();
            }
        }
    }
}
