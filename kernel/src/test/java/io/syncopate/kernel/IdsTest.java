package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class IdsTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Caller ANN =
            new Caller(ACME, new Uid("ann"), Set.of(), Set.of(), Optional.empty());

    @Test
    void derivedIdsDependOnTenantMethodAndRequest() {
        String id = Ids.derived(ACME, "create", "r1");
        assertThat(id).isEqualTo(Ids.derived(ACME, "create", "r1"));
        assertThat(
                        Stream.of(
                                id,
                                Ids.derived(new TenantId("other"), "create", "r1"),
                                Ids.derived(ACME, "creat", "er1"),
                                Ids.derived(ACME, "create", "r2")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theyStayWhatTheyAre() {
        assertThat(Ids.derived(ACME, "syncopate.assessment.v1.Assessment/CreateProgram", "r1"))
                .isEqualTo("fv1jrshqvp0dj6xrw4aftyzkjb");
    }

    @Test
    void lookAlike() {
        assertThat(Ids.random()).matches("[0-9a-hjkmnp-tv-z]{26}").isNotEqualTo(Ids.random());
        assertThat(Ids.derived(ACME, "create", "r1")).matches("[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void aCommandWithoutRequestIdGetsAFreshId() {
        Command without = new Command(ANN, "create", Optional.of(""), "f", Instant.EPOCH);
        assertThat(Ids.forCommand(without)).isNotEqualTo(Ids.forCommand(without));
        Command with = new Command(ANN, "create", Optional.of("r1"), "f", Instant.EPOCH);
        assertThat(Ids.forCommand(with)).isEqualTo(Ids.derived(ACME, "create", "r1"));
    }
}
