package io.syncopate.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Scope;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class IdleGrantsTest {

    private static final Map<String, Scope> ASKED =
            Map.of("rooms.rooms.read", Scope.OWN, "rooms.rooms.close", Scope.TENANT);

    private static final BackendSettings ROOMS =
            new BackendSettings(
                    "rooms:9110",
                    List.of(),
                    List.of(),
                    List.of("rooms"),
                    Duration.ofSeconds(10),
                    DataSize.ofMegabytes(17));

    @Test
    void saysNothingOfGrantsThatOpenSomething() {
        assertThat(idle("rooms.*:OWN", "rooms.rooms.read:TEAM", "rooms.rooms.close:TENANT"))
                .isEmpty();
    }

    @Test
    void namesAGrantOfAPermissionThatNothingAsksFor() {
        assertThat(idle("rooms.room.read:TENANT"))
                .containsExactly(
                        "role facilities: rooms.room.read:TENANT opens nothing: expected one of"
                                + " [rooms.rooms.close, rooms.rooms.read]");
    }

    @Test
    void namesAGrantThatReachesLessThanAnyMethodAdmits() {
        assertThat(idle("rooms.rooms.close:TEAM"))
                .containsExactly(
                        "role facilities: rooms.rooms.close:TEAM opens nothing: expected :TENANT");
    }

    @Test
    void looksOnlyAtWhatTheBackendMayAskFor() {
        assertThat(idle("*:TENANT", "roomservice.read:OWN", "library.books.read:OWN")).isEmpty();
    }

    private static List<String> idle(String... grants) {
        var roles = new Roles(Map.of("facilities", List.of(grants)));
        return new IdleGrants(roles).among(ROOMS, ASKED);
    }
}
