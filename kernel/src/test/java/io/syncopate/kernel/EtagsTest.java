package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

class EtagsTest {

    private final Versioned<String> current =
            new Versioned<>("x", "notes/x", "value", 3, Instant.EPOCH, Instant.EPOCH);

    @Test
    void letsTheCurrentOneAndNonePass() {
        assertThatCode(() -> Etags.check("v3", current)).doesNotThrowAnyException();
        assertThatCode(() -> Etags.check("", current)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherNamingItBothAndWhatToDo() {
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(() -> Etags.check("v2", current))
                .withMessage(
                        "notes/x was changed meanwhile: etag 'v2' was sent, expected 'v3'; read it"
                                + " again and decide anew")
                .satisfies(
                        refusal ->
                                assertThat(refusal.metadata())
                                        .containsExactlyInAnyOrderEntriesOf(
                                                Map.of(
                                                        "resourceName", "notes/x",
                                                        "sentEtag", "v2",
                                                        "currentEtag", "v3")));
    }
}
