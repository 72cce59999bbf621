package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class EtagsTest {

    private final Versioned<String> current =
            new Versioned<>("x", "value", 3, Instant.EPOCH, Instant.EPOCH);

    @Test
    void letsTheCurrentOneAndNonePass() {
        assertThatCode(() -> Etags.check("v3", current)).doesNotThrowAnyException();
        assertThatCode(() -> Etags.check("", current)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherNamingBoth() {
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(() -> Etags.check("v2", current))
                .withMessageContaining("v2")
                .withMessageContaining("v3");
    }
}
