package io.syncopate.gateway.backend;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TypeRegistry;

import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import io.syncopate.gateway.transcoding.ResponseWriter;
import io.syncopate.gateway.transcoding.Route;
import io.syncopate.starter.call.AccessRule;

import org.jspecify.annotations.Nullable;

/**
 * Where a route leads, with everything that a request needs and that can be prepared before it.
 *
 * @param access what a caller must hold
 * @param etag the field of the answer that becomes the ETag header; null when there is none
 */
public record Target(
        Backend backend,
        Route route,
        MethodDescriptor<DynamicMessage, DynamicMessage> call,
        AccessRule access,
        TypeRegistry types,
        ResponseWriter writer,
        @Nullable FieldDescriptor etag) {

    /** Whether it answers with any number of messages. */
    public boolean streams() {
        return call.getType() == MethodDescriptor.MethodType.SERVER_STREAMING;
    }

    /** The fence has let it pass, so the contract says who may call. */
    static Target of(Backend backend, Route route, TypeRegistry types) {
        var method = route.method();
        return new Target(
                backend,
                route,
                MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                        .setType(
                                method.isServerStreaming()
                                        ? MethodDescriptor.MethodType.SERVER_STREAMING
                                        : MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(
                                MethodDescriptor.generateFullMethodName(
                                        method.getService().getFullName(), method.getName()))
                        .setRequestMarshaller(
                                ProtoUtils.marshaller(
                                        DynamicMessage.getDefaultInstance(method.getInputType())))
                        .setResponseMarshaller(
                                ProtoUtils.marshaller(
                                        DynamicMessage.getDefaultInstance(method.getOutputType())))
                        .build(),
                AccessRule.of(method).orElseThrow(),
                types,
                ResponseWriter.of(method.getOutputType(), types),
                etag(method.getOutputType().findFieldByName("etag")));
    }

    private static @Nullable FieldDescriptor etag(@Nullable FieldDescriptor field) {
        return field != null
                        && field.getType() == FieldDescriptor.Type.STRING
                        && !field.isRepeated()
                ? field
                : null;
    }

    @Override
    public String toString() {
        return route + " of " + backend;
    }
}
