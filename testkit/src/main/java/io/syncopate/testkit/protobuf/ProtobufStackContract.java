package io.syncopate.testkit.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldRules;
import build.buf.validate.Rule;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;

import com.google.protobuf.Any;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.rpc.BadRequest;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * CEL, protovalidate and gRPC bring code that was generated for different versions of protobuf, and
 * some of it fails only when it is loaded. Each executable module extends this, so that its own
 * class path is tried: a runtime older than any generated code, or two runtimes, fail here.
 */
public abstract class ProtobufStackContract {

    @Test
    void oneProtobufRuntimeIsThere() throws IOException {
        List<URL> runtimes =
                Collections.list(
                        ProtobufStackContract.class
                                .getClassLoader()
                                .getResources("com/google/protobuf/RuntimeVersion.class"));
        assertThat(runtimes).hasSize(1);
    }

    @Test
    void celReadsAMessage() throws CelValidationException, CelEvaluationException {
        Descriptor type = BadRequest.getDescriptor();
        var tree =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .addFileTypes(type.getFile())
                        .addVar("request", StructTypeReference.create(type.getFullName()))
                        .setResultType(SimpleType.BOOL)
                        .build()
                        .compile("request.field_violations[0].field == 'name'")
                        .getAst();
        var program =
                CelRuntimeFactory.standardCelRuntimeBuilder()
                        .addFileTypes(type.getFile())
                        .build()
                        .createProgram(tree);

        assertThat(program.eval(Map.of("request", violated("name")))).isEqualTo(true);
        assertThat(program.eval(Map.of("request", violated("other")))).isEqualTo(false);
    }

    @Test
    void protovalidateChecksStandardRulesAndExpressions()
            throws DescriptorValidationException, ValidationException {
        Descriptor type = ruled();
        var validator = ValidatorFactory.newBuilder().build();

        assertThat(validator.validate(named(type, "lower")).isSuccess()).isTrue();
        assertThat(rules(validator.validate(named(type, "")))).containsExactly("string.min_len");
        assertThat(rules(validator.validate(named(type, "UPPER")))).containsExactly("name.lower");
    }

    @Test
    void grpcCarriesMessagesAndRefusals() throws IOException {
        String name = InProcessServerBuilder.generateName();
        Server server =
                InProcessServerBuilder.forName(name)
                        .directExecutor()
                        .addService(new Refusing())
                        .build()
                        .start();
        ManagedChannel channel = InProcessChannelBuilder.forName(name).directExecutor().build();
        try {
            var health = HealthGrpc.newBlockingStub(channel);
            assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                    .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
            var refused =
                    catchThrowableOfType(
                            StatusRuntimeException.class,
                            () ->
                                    health.check(
                                            HealthCheckRequest.newBuilder()
                                                    .setService("name")
                                                    .build()));
            assertThat(Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList())
                    .containsExactly(Any.pack(violated("name")));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static BadRequest violated(String field) {
        return BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder().setField(field))
                .build();
    }

    private static List<String> rules(ValidationResult result) {
        return result.getViolations().stream()
                .map(violation -> violation.toProto().getRuleId())
                .toList();
    }

    private static DynamicMessage named(Descriptor type, String name) {
        return DynamicMessage.newBuilder(type).setField(type.findFieldByName("name"), name).build();
    }

    /** A message that is known at run time alone, as those of other services are. */
    private static Descriptor ruled() throws DescriptorValidationException {
        var rules =
                FieldRules.newBuilder()
                        .setString(StringRules.newBuilder().setMinLen(1))
                        .addCel(
                                Rule.newBuilder()
                                        .setId("name.lower")
                                        .setMessage("expected lower case")
                                        .setExpression("!this.matches('[A-Z]')"))
                        .build();
        var field =
                FieldDescriptorProto.newBuilder()
                        .setName("name")
                        .setNumber(1)
                        .setType(FieldDescriptorProto.Type.TYPE_STRING)
                        .setOptions(
                                FieldOptions.newBuilder().setExtension(ValidateProto.field, rules));
        var file =
                FileDescriptorProto.newBuilder()
                        .setName("ruled.proto")
                        .setSyntax("proto3")
                        .addDependency(ValidateProto.getDescriptor().getName())
                        .addMessageType(
                                DescriptorProto.newBuilder().setName("Ruled").addField(field))
                        .build();
        return FileDescriptor.buildFrom(file, new FileDescriptor[] {ValidateProto.getDescriptor()})
                .findMessageTypeByName("Ruled");
    }

    private static final class Refusing extends HealthGrpc.HealthImplBase {
        @Override
        public void check(
                HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
            if (!request.getService().isEmpty()) {
                observer.onError(
                        StatusProto.toStatusRuntimeException(
                                com.google.rpc.Status.newBuilder()
                                        .setCode(Status.Code.INVALID_ARGUMENT.value())
                                        .addDetails(Any.pack(violated(request.getService())))
                                        .build()));
                return;
            }
            observer.onNext(
                    HealthCheckResponse.newBuilder()
                            .setStatus(HealthCheckResponse.ServingStatus.SERVING)
                            .build());
            observer.onCompleted();
        }
    }
}
