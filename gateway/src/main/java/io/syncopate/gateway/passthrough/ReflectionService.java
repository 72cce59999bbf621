package io.syncopate.gateway.passthrough;

import com.google.protobuf.ByteString;

import io.grpc.Status;
import io.grpc.reflection.v1.ErrorResponse;
import io.grpc.reflection.v1.FileDescriptorResponse;
import io.grpc.reflection.v1.ListServiceResponse;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.Directory;

import java.util.List;
import java.util.Optional;

/** Tells what can be called here, of all backends as if they were one server. */
final class ReflectionService extends ServerReflectionGrpc.ServerReflectionImplBase {

    private final Backends backends;

    ReflectionService(Backends backends) {
        this.backends = backends;
    }

    @Override
    public StreamObserver<ServerReflectionRequest> serverReflectionInfo(
            StreamObserver<ServerReflectionResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(ServerReflectionRequest question) {
                answers.onNext(answer(question));
            }

            @Override
            public void onError(Throwable failure) {
                // the client went away: nobody is left to be told
            }

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }

    private ServerReflectionResponse answer(ServerReflectionRequest question) {
        Directory directory = backends.directory();
        var answer =
                ServerReflectionResponse.newBuilder()
                        .setValidHost(question.getHost())
                        .setOriginalRequest(question);
        return switch (question.getMessageRequestCase()) {
            case LIST_SERVICES -> answer.setListServicesResponse(list(directory)).build();
            case FILE_BY_FILENAME ->
                    files(answer, directory.file(question.getFileByFilename()), question);
            case FILE_CONTAINING_SYMBOL ->
                    files(answer, directory.symbol(question.getFileContainingSymbol()), question);
            case FILE_CONTAINING_EXTENSION, ALL_EXTENSION_NUMBERS_OF_TYPE ->
                    refused(answer, Status.UNIMPLEMENTED, "extensions are not told");
            case MESSAGEREQUEST_NOT_SET ->
                    refused(answer, Status.INVALID_ARGUMENT, "nothing is asked");
        };
    }

    private static ListServiceResponse list(Directory directory) {
        var list = ListServiceResponse.newBuilder();
        directory
                .services()
                .forEach(name -> list.addService(ServiceResponse.newBuilder().setName(name)));
        return list.build();
    }

    private static ServerReflectionResponse files(
            ServerReflectionResponse.Builder answer,
            Optional<List<ByteString>> files,
            ServerReflectionRequest question) {
        return files.map(
                        found ->
                                answer.setFileDescriptorResponse(
                                                FileDescriptorResponse.newBuilder()
                                                        .addAllFileDescriptorProto(found))
                                        .build())
                .orElseGet(
                        () ->
                                refused(
                                        answer,
                                        Status.NOT_FOUND,
                                        "not found: "
                                                + question.getFileByFilename()
                                                + question.getFileContainingSymbol()));
    }

    private static ServerReflectionResponse refused(
            ServerReflectionResponse.Builder answer, Status status, String message) {
        return answer.setErrorResponse(
                        ErrorResponse.newBuilder()
                                .setErrorCode(status.getCode().value())
                                .setErrorMessage(message))
                .build();
    }
}
