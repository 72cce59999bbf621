package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.api.v1.ReadAllRequest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class ConsumersAutoConfigurationTest {

    @ParameterizedTest
    @CsvSource({"PT5S, 2000, 2000", "PT4S, 2000, 2000", "PT3S, 2000, 1500", "PT0.1S, 0, 0"})
    void aReadWaitsNoLongerThanHalfOfTheDeadline(Duration deadline, int wait, int waited) {
        var request = ReadAllRequest.newBuilder().setMaxEvents(7).setWait(millis(wait)).build();
        assertThat(ConsumersAutoConfiguration.within(deadline, request))
                .isEqualTo(request.toBuilder().setWait(millis(waited)).build());
    }

    private static com.google.protobuf.Duration millis(int millis) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(millis / 1000)
                .setNanos(millis % 1000 * 1_000_000)
                .build();
    }
}
