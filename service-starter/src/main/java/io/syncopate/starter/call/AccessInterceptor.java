package io.syncopate.starter.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;

/** Admits who holds the method's permission widely enough, and tells the handler how widely. */
final class AccessInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        MethodDescriptor<Q, R> method = call.getMethodDescriptor();
        if (OpenServices.contains(method.getServiceName())) {
            return next.startCall(call, headers);
        }
        AccessRule rule =
                AccessRule.of(method)
                        .orElseThrow(
                                () -> new PermissionMissingException(method.getFullMethodName()));
        Caller caller = CallContext.caller();
        if (rule.servicesOnly()
                && (!caller.uid().isService() || caller.actingService().isPresent())) {
            throw PermissionMissingException.forServicesOnly(rule.permission());
        }
        Scope granted =
                caller.scopeOf(rule.permission())
                        .filter(scope -> scope.covers(rule.scope()))
                        .orElseThrow(
                                () ->
                                        new PermissionMissingException(
                                                rule.permission(), rule.scope()));
        Context context = Context.current().withValue(CallContext.SCOPE, granted);
        return Contexts.interceptCall(context, call, headers, next);
    }
}
