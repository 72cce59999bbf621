package io.syncopate.gateway.backend;

import io.grpc.MethodDescriptor;
import io.syncopate.starter.call.AccessRule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A method as clients of gRPC call it; its messages are carried as the bytes that they are.
 *
 * @param access what a caller must hold
 */
public record GrpcTarget(
        Backend backend, MethodDescriptor<byte[], byte[]> call, AccessRule access) {

    private static final MethodDescriptor.Marshaller<byte[]> BYTES =
            new MethodDescriptor.Marshaller<>() {
                @Override
                public InputStream stream(byte[] message) {
                    return new ByteArrayInputStream(message);
                }

                @Override
                public byte[] parse(InputStream message) {
                    try (message) {
                        return message.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException("a message cannot be read", e);
                    }
                }
            };

    /** A method of which nothing but its name is known. */
    public static MethodDescriptor<byte[], byte[]> unknown(String fullName) {
        return MethodDescriptor.newBuilder(BYTES, BYTES)
                .setFullMethodName(fullName)
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .build();
    }

    static GrpcTarget of(Target target) {
        return new GrpcTarget(
                target.backend(), target.call().toBuilder(BYTES, BYTES).build(), target.access());
    }

    /** Whether it answers with any number of messages. */
    public boolean streams() {
        return call.getType() == MethodDescriptor.MethodType.SERVER_STREAMING;
    }
}
