package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

class SecurityPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tr0ub4dor",
                "only-thirty-one-characters-long",
                "short-but-followed-by-blanks            "
            })
    void refusesASecretThatCanBeGuessedAndDoesNotTellIt(String secret) {
        Throwable refusal = catchThrowable(() -> bind(secret));
        assertThat(refusal)
                .rootCause()
                .hasMessage(
                        "syncopate.security.service-secret is too short: expected at least 32"
                                + " characters");
        var told = new StringWriter();
        refusal.printStackTrace(new PrintWriter(told));
        assertThat(told.toString()).doesNotContain(secret.strip());
    }

    @Test
    void takesOneOfThirtyTwoCharacters() {
        String secret = "x".repeat(32);
        assertThat(bind(secret).requiredServiceSecret()).isEqualTo(secret);
        assertThat(bind(secret).toString()).doesNotContain(secret);
    }

    @Test
    void doesWithoutOneUntilItIsNeeded() {
        assertThatThrownBy(() -> bind("").requiredServiceSecret())
                .hasMessageStartingWith("syncopate.security.service-secret is not set");
    }

    private static SecurityProperties bind(String secret) {
        return new Binder(
                        new MapConfigurationPropertySource(
                                Map.of("syncopate.security.service-secret", secret)))
                .bindOrCreate("syncopate.security", SecurityProperties.class);
    }
}
