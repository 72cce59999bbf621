package io.syncopate.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RolesTest {

    private final Roles roles =
            new Roles(
                    Map.of(
                            "designer", List.of("programs.*:TENANT", "models.read:TENANT"),
                            "maker", List.of("queues.claim:TEAM", "assets.*:OWN")));

    @Test
    void aRoleReachesAsFarAsItIsConfiguredTo() {
        assertThat(granted("designer", "maker"))
                .containsExactlyInAnyOrder(
                        "programs.*:TENANT",
                        "models.read:TENANT",
                        "queues.claim:TEAM",
                        "assets.*:OWN");
    }

    @Test
    void aReachNarrowsAndNeverWidens() {
        assertThat(granted("designer:TEAM"))
                .containsExactlyInAnyOrder("programs.*:TEAM", "models.read:TEAM");
        assertThat(granted("maker:TENANT"))
                .containsExactlyInAnyOrder("queues.claim:TEAM", "assets.*:OWN");
        assertThat(granted("maker:OWN"))
                .containsExactlyInAnyOrder("queues.claim:OWN", "assets.*:OWN");
    }

    @Test
    void whatIsNoLongerConfiguredGivesNothing() {
        assertThat(granted("king", "king:TEAM", "designer:EVERYWHERE")).isEmpty();
    }

    @Test
    void nobodyGivesARoleFurtherThanTheyReach() {
        Caller lead = caller("programs.*:TEAM", "models.read:TENANT");
        roles.requireGivable(Set.of("designer:TEAM", "designer:OWN"), lead);
        assertThatThrownBy(() -> roles.requireGivable(Set.of("designer"), lead))
                .isInstanceOf(PeopleException.GrantBeyondOwn.class)
                .hasMessageContaining("programs.*:TENANT");
    }

    @Test
    void onlyWhatIsConfiguredCanBeGiven() {
        Caller owner = caller("*:TENANT");
        for (String wrong : List.of("king", "king:OWN", "designer:", "designer:EVERYWHERE")) {
            assertThatThrownBy(() -> roles.requireGivable(Set.of(wrong), owner))
                    .isInstanceOf(PeopleException.UnknownRole.class)
                    .hasMessageContaining("'%s'".formatted(wrong));
        }
    }

    private Set<String> granted(String... given) {
        return roles.grantsOf(Set.of(given)).stream()
                .map(Grant::toString)
                .collect(Collectors.toSet());
    }

    private static Caller caller(String... grants) {
        return new Caller(
                new TenantId("acme"),
                new Uid("lea"),
                Set.of(),
                Stream.of(grants).map(Grant::parse).collect(Collectors.toSet()),
                Optional.empty());
    }
}
