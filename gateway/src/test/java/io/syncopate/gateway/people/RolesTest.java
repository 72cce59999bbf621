package io.syncopate.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        roles.requireGivable(person(Set.of(), "designer:TEAM", "designer:OWN"), lead);
        assertThatThrownBy(() -> roles.requireGivable(person(Set.of(), "designer"), lead))
                .isInstanceOf(PeopleException.GrantBeyondOwn.class)
                .hasMessageContaining("programs.*:TENANT");
    }

    @Test
    void aReachOverTeamsIsGivenOverOnesOwnTeamsAlone() {
        Caller lead = caller(Set.of("ops"), "programs.*:TEAM", "models.read:TENANT");
        Person mine = person(Set.of("ops"), "designer:TEAM");
        Person foreign = person(Set.of("ops", "sales"), "designer:TEAM");
        roles.requireGivable(mine, lead);
        roles.requireHeld(mine, lead);
        for (ThrowingCallable deed :
                List.<ThrowingCallable>of(
                        () -> roles.requireGivable(foreign, lead),
                        () -> roles.requireHeld(foreign, lead))) {
            assertThatThrownBy(deed)
                    .isInstanceOf(PeopleException.TeamBeyondOwn.class)
                    .hasMessageContaining("'sales'");
        }
    }

    @Test
    void teamsThatGiveNothingAreGivenFreely() {
        Caller clerk = caller("models.read:OWN", "programs.*:OWN");
        roles.requireGivable(person(Set.of("sales"), "designer:OWN"), clerk);
        roles.requireGivable(person(Set.of("sales")), clerk);
        Caller owner = caller("*:TENANT");
        roles.requireGivable(person(Set.of("sales"), "designer:TEAM", "maker"), owner);
    }

    @Test
    void inAnotherNameOnlyWhatIsHeldOverTheTenantIsHeld() {
        Caller lea = caller(Set.of("ops"), "programs.*:TENANT", "models.read:TEAM", "assets.*:OWN");
        Uid ann = new Uid("ann");
        Roles.requireHeldAs(ann, grants("programs.read:OWN", "programs.read:TENANT"), lea, "f");
        Roles.requireHeldAs(lea.uid(), grants("models.read:TEAM", "assets.*:OWN"), lea, "f");
        for (String beyond : List.of("models.read:TEAM", "models.read:OWN", "assets.read:OWN")) {
            assertThatThrownBy(() -> Roles.requireHeldAs(ann, grants(beyond), lea, "f"))
                    .as(beyond)
                    .isInstanceOf(PeopleException.GrantBeyondOwn.class)
                    .hasMessageContaining(beyond);
        }
        assertThatThrownBy(() -> Roles.requireHeldAs(lea.uid(), grants("assets.*:TEAM"), lea, "f"))
                .isInstanceOf(PeopleException.GrantBeyondOwn.class);
    }

    @Test
    void onlyWhatIsConfiguredCanBeGiven() {
        Caller owner = caller("*:TENANT");
        for (String wrong : List.of("king", "king:OWN", "designer:", "designer:EVERYWHERE")) {
            assertThatThrownBy(() -> roles.requireGivable(person(Set.of(), wrong), owner))
                    .isInstanceOf(PeopleException.UnknownRole.class)
                    .hasMessageContaining("'%s'".formatted(wrong));
        }
    }

    private Set<String> granted(String... given) {
        return roles.grantsOf(Set.of(given)).stream()
                .map(Grant::toString)
                .collect(Collectors.toSet());
    }

    private static Person person(Set<String> teams, String... roles) {
        return new Person("Eve", Optional.empty(), Optional.empty(), teams, Set.of(roles));
    }

    private static Caller caller(String... grants) {
        return caller(Set.of(), grants);
    }

    private static Caller caller(Set<String> teams, String... grants) {
        return new Caller(
                new TenantId("acme"), new Uid("lea"), teams, grants(grants), Optional.empty());
    }

    private static Set<Grant> grants(String... grants) {
        return Stream.of(grants).map(Grant::parse).collect(Collectors.toSet());
    }
}
