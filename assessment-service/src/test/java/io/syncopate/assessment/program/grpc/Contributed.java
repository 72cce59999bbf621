package io.syncopate.assessment.program.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.syncopate.proto.assessment.v1.Assessment;

import java.util.Set;
import java.util.TreeSet;

/** Ids of the criteria that contributed to an answer that was given on this thread. */
public final class Contributed implements ClientInterceptor {

    private static final ThreadLocal<Set<String>> SEEN = ThreadLocal.withInitial(TreeSet::new);

    /** Since it was last asked. */
    public static Set<String> sinceLastAsked() {
        Set<String> seen = SEEN.get();
        SEEN.remove();
        return seen;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new ForwardingClientCall.SimpleForwardingClientCall<>(
                next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new ForwardingClientCallListener.SimpleForwardingClientCallListener<>(
                                listener) {
                            @Override
                            public void onMessage(A message) {
                                if (message instanceof Assessment answer) {
                                    answer.getContributionsList()
                                            .forEach(each -> SEEN.get().add(each.getCriterion()));
                                }
                                super.onMessage(message);
                            }
                        },
                        headers);
            }
        };
    }
}
