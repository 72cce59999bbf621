package io.syncopate.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class RoleRefusalsTest {

    private final Roles roles =
            new Roles(Map.of("viewer", List.of("*:OWN"), "editor", List.of("*:TENANT")));
    private final Caller ann = Callers.ann();

    @Test
    void namesTheRoleThatThereIsNotAndThoseThatThereAre() {
        var refusal =
                catchThrowableOfType(
                        PeopleException.UnknownRole.class,
                        () -> roles.requireGivable(having("king"), ann));

        assertThat(refusal.getMessage())
                .isEqualTo(
                        "role 'king': expected one of editor, viewer, alone or followed by :TEAM or"
                                + " :OWN");
        assertThat(refusal.violations())
                .containsExactly(
                        Violation.of(
                                "person.roles",
                                "king",
                                "one of editor, viewer, alone or followed by :TEAM or :OWN"));
    }

    @Test
    void namesTheRightThatTheCallerDoesNotHaveAndWhatWouldGiveIt() {
        var mona =
                new Caller(
                        Callers.ACME,
                        new Uid("mona"),
                        Set.of(),
                        Set.of(new Grant("*", Scope.OWN)),
                        Optional.empty());
        var refusal =
                catchThrowableOfType(
                        PeopleException.GrantBeyondOwn.class,
                        () -> roles.requireGivable(having("viewer", "editor"), mona));

        assertThat(refusal.violations())
                .containsExactly(
                        Violation.of(
                                "person.roles",
                                new Grant("*", Scope.TENANT),
                                "rights that you have yourself"));
    }

    private static Person having(String... roles) {
        return new Person("Eve", Optional.empty(), Optional.empty(), Set.of(), Set.of(roles));
    }
}
