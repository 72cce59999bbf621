package io.syncopate.starter.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "syncopate.assessment.v1.ProgramService/GetProgram, syncopate.assessment",
        "syncopate.api.v1.EventFeedService/Read, syncopate.api",
        "acme.rooms.v1.RoomService/GetRoom, acme.rooms",
        "com.acme.rooms.v2beta1.RoomService/GetRoom, com.acme.rooms",
        "acme.rooms.RoomService/GetRoom, acme.rooms",
        "vault.v1.Keys/Get, vault",
        "RoomService/GetRoom, syncopate"
    })
    void anErrorsDomainIsItsContractsPackage(String method, String domain) {
        assertThat(GrpcErrors.domain(method)).isEqualTo(domain);
    }
}
