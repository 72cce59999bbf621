package io.syncopate.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import io.syncopate.gateway.transcoding.ResponseWriter;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.RefusedFields;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class ContractsTest {

    @Test
    void theErrorOfAnOperationIsWrittenWithDetailsThatItsContractDoesNotImport() {
        Operation failed =
                Operation.newBuilder()
                        .setDone(true)
                        .setError(
                                Status.newBuilder()
                                        .addDetails(
                                                Any.pack(
                                                        ErrorInfo.newBuilder()
                                                                .setReason("INTERNAL_FAULT")
                                                                .build()))
                                        .addDetails(
                                                Any.pack(
                                                        RefusedFields.newBuilder()
                                                                .addFields(
                                                                        RefusedFields.Field
                                                                                .newBuilder()
                                                                                .setValue("-5"))
                                                                .build())))
                        .build();
        var writer = ResponseWriter.of(Operation.getDescriptor(), Contracts.of(List.of()).types());
        assertThat(new String(writer.write(failed, null), StandardCharsets.UTF_8))
                .contains("\"reason\":\"INTERNAL_FAULT\"")
                .contains("\"value\":\"-5\"");
    }
}
