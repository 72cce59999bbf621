package io.syncopate.gateway.backend;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks a server for its contracts by gRPC server reflection, v1 or the older v1alpha. Blocks. */
final class Reflection {

    private static final String V1 = ServerReflectionGrpc.SERVICE_NAME;

    /** Same messages, older name; what many servers in other languages still have. */
    private static final String V1_ALPHA = "grpc.reflection.v1alpha.ServerReflection";

    private final Channel channel;
    private final Duration timeout;

    Reflection(Channel channel, Duration timeout) {
        this.channel = channel;
        this.timeout = timeout;
    }

    /**
     * @param wanted which services by full name
     * @throws StatusRuntimeException the server is away or has no reflection
     * @throws IllegalArgumentException what it says makes no sense
     */
    Contracts contracts(Predicate<String> wanted) throws InterruptedException {
        try {
            return contracts(wanted, V1);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw e;
            }
            return contracts(wanted, V1_ALPHA);
        }
    }

    private Contracts contracts(Predicate<String> wanted, String version)
            throws InterruptedException {
        try (var talk = new Conversation(version)) {
            var files = new LinkedHashMap<String, FileDescriptorProto>();
            var services =
                    talk.ask(ServerReflectionRequest.newBuilder().setListServices("*"))
                            .getListServicesResponse()
                            .getServiceList();
            for (var service : services) {
                if (wanted.test(service.getName())) {
                    add(
                            talk.ask(
                                    ServerReflectionRequest.newBuilder()
                                            .setFileContainingSymbol(service.getName())),
                            files);
                }
            }
            addImports(talk, files);
            return Contracts.of(files.values());
        }
    }

    /** Servers may send a file alone or with its imports. */
    private static void addImports(Conversation talk, Map<String, FileDescriptorProto> files)
            throws InterruptedException {
        var toVisit = new ArrayDeque<>(files.values());
        while (!toVisit.isEmpty()) {
            for (String name : toVisit.remove().getDependencyList()) {
                if (!files.containsKey(name)) {
                    toVisit.addAll(
                            add(
                                    talk.ask(
                                            ServerReflectionRequest.newBuilder()
                                                    .setFileByFilename(name)),
                                    files));
                }
            }
        }
    }

    private static Collection<FileDescriptorProto> add(
            ServerReflectionResponse answer, Map<String, FileDescriptorProto> files) {
        var added = new ArrayDeque<FileDescriptorProto>();
        for (ByteString bytes : answer.getFileDescriptorResponse().getFileDescriptorProtoList()) {
            try {
                FileDescriptorProto file = Contracts.parse(bytes);
                if (files.putIfAbsent(file.getName(), file) == null) {
                    added.add(file);
                }
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalArgumentException("a file descriptor that cannot be read", e);
            }
        }
        return added;
    }

    /** One stream; each question waits for its answer. */
    private final class Conversation implements AutoCloseable {
        private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
        private final StreamObserver<ServerReflectionRequest> questions;

        Conversation(String service) {
            MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> method =
                    ServerReflectionGrpc.getServerReflectionInfoMethod().toBuilder()
                            .setFullMethodName(
                                    MethodDescriptor.generateFullMethodName(
                                            service, "ServerReflectionInfo"))
                            .build();
            questions =
                    ClientCalls.asyncBidiStreamingCall(
                            channel.newCall(
                                    method,
                                    CallOptions.DEFAULT.withDeadlineAfter(
                                            timeout.toMillis(), TimeUnit.MILLISECONDS)),
                            new StreamObserver<>() {
                                @Override
                                public void onNext(ServerReflectionResponse answer) {
                                    answers.add(answer);
                                }

                                @Override
                                public void onError(Throwable failure) {
                                    answers.add(failure);
                                }

                                @Override
                                public void onCompleted() {
                                    answers.add(Status.UNAVAILABLE.asRuntimeException());
                                }
                            });
        }

        ServerReflectionResponse ask(ServerReflectionRequest.Builder question)
                throws InterruptedException {
            questions.onNext(question.build());
            // the call's deadline ends the wait with an error of its own
            Object answer = answers.take();
            if (answer instanceof ServerReflectionResponse response) {
                if (response.hasErrorResponse()) {
                    throw new IllegalArgumentException(
                            "reflection: " + response.getErrorResponse().getErrorMessage());
                }
                return response;
            }
            throw answer instanceof StatusRuntimeException known
                    ? known
                    : Status.fromThrowable((Throwable) answer).asRuntimeException();
        }

        @Override
        public void close() {
            questions.onCompleted();
        }
    }
}
