package io.syncopate.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.RefusedException.Kind;
import io.syncopate.kernel.TenantId;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class AdvanceTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MovedTime time = new MovedTime();

    @Test
    void isMovedByTheTenantThatKeepsIt() {
        new AdvanceTime(time, Callers.ACME).advance(byAnOwnerOfAcme(), Duration.ofHours(2));
        assertThat(time.ahead()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void isNotMovedByAnotherTenantWhateverItsRights() {
        var advance = new AdvanceTime(time, new TenantId("keeper"));
        assertThatExceptionOfType(TimeException.IsShared.class)
                .isThrownBy(() -> advance.advance(byAnOwnerOfAcme(), Duration.ofHours(2)))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.kind()).isEqualTo(Kind.PERMISSION_DENIED);
                            assertThat(refusal.reason()).isEqualTo("TIME_IS_SHARED");
                            assertThat(refusal)
                                    .hasMessageContaining(Callers.ACME.value())
                                    .hasMessageNotContaining("keeper");
                        });
        assertThat(time.ahead()).isZero();
    }

    private static Command byAnOwnerOfAcme() {
        return Callers.command(Callers.of(Callers.ACME, "owner"), "advance", NOON);
    }

    private static final class MovedTime implements PlatformTime {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return NOON.plus(ahead);
        }

        @Override
        public Duration ahead() {
            return ahead;
        }

        @Override
        public void advance(Command command, Duration by) {
            ahead = ahead.plus(by);
        }
    }
}
