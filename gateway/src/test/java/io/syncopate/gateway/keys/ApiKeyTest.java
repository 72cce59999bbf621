package io.syncopate.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void namesTheExpiryThatIsTooFarAwayAndTheLatestThatIsNot() {
        Instant sent = NOW.plus(ApiKey.LONGEST_LIFE).plus(Duration.ofSeconds(1));
        var refusal =
                catchThrowableOfType(
                        KeyException.ExpiryOutOfRange.class,
                        () -> ApiKey.expiry(Optional.of(sent), NOW));

        assertThat(refusal.getMessage())
                .isEqualTo(
                        "expireTime 2027-03-03T09:00:01Z: expected a time from now to"
                                + " 2027-03-03T09:00:00Z");
        assertThat(refusal.violations())
                .containsExactly(
                        Violation.of(
                                "api_key.expire_time",
                                sent,
                                "a time from now to 2027-03-03T09:00:00Z"));
    }
}
