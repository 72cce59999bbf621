package io.syncopate.testkit.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

import java.util.Map;
import java.util.Optional;

class RealPartTest {

    @Test
    void isRequiredWhenItIsNamedAmongOthersWithSpacesOrWithout() {
        assertThat(RealPart.required(Map.of("SYNCOPATE_REQUIRE", "mongod, browser ,docker")))
                .containsExactlyInAnyOrder(RealPart.MONGOD, RealPart.BROWSER, RealPart.DOCKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void isNotRequiredWhereNoneIsNamed(String nothing) {
        assertThat(RealPart.required(Map.of("SYNCOPATE_REQUIRE", nothing))).isEmpty();
        assertThat(RealPart.required(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo", "Docker", "mongod browser", "mongod;browser"})
    void refusesAnUnknownName(String names) {
        assertThatThrownBy(() -> RealPart.required(Map.of("SYNCOPATE_REQUIRE", names)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "SYNCOPATE_REQUIRE names '%s': expected some of mongod, docker, browser,"
                                + " toxiproxy",
                        names);
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereOneThatIsRequiredIsMissingAndSkipsElsewhere(RealPart part) {
        var required = Map.of("SYNCOPATE_REQUIRE", part.label());
        assertThatThrownBy(() -> part.orSkip(Optional.empty(), required, "no such thing here"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "SYNCOPATE_REQUIRE names %s, but there is no such thing here",
                        part.label());
        assertThatThrownBy(() -> part.orSkip(Optional.empty(), Map.of(), "no such thing here"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no such thing here");
        assertThat(part.orSkip(Optional.of("it"), required, "unused")).isEqualTo("it");
    }
}
