package io.syncopate.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.gateway.people.Roles;
import io.syncopate.gateway.security.SecuritySettings;
import io.syncopate.gateway.transcoding.HttpRules;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.starter.call.AccessRule;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that the gateway comes with, held against the contracts that it comes with. */
class ShippedRolesTest {

    /** Those of services that people work with, rather than run the platform by. */
    private final Map<String, BackendSettings> working;

    private final Map<String, BackendSettings> backends;
    private final Roles roles;

    ShippedRolesTest() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("gateway", new ClassPathResource("gateway.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        var binder = Binder.get(environment);
        backends = binder.bind("syncopate", BackendsSettings.class).get().backends();
        working = new HashMap<>(backends);
        working.remove(Backends.OWN);
        roles = new Roles(binder.bind("syncopate.gateway", SecuritySettings.class).get().roles());
    }

    @Test
    void eachGrantOpensSomething() {
        var idle = new IdleGrants(roles);
        assertThat(backends)
                .isNotEmpty()
                .allSatisfy(
                        (name, backend) ->
                                assertThat(idle.among(backend, asked(backend))).isEmpty());
    }

    @Test
    void eachPermissionIsInARoleBesidesTheOwners() {
        Set<Grant> granted =
                roles.names().stream()
                        .filter(role -> !role.equals("owner"))
                        .flatMap(role -> roles.grantsOf(role).stream())
                        .collect(Collectors.toSet());
        assertThat(backends)
                .allSatisfy(
                        (name, backend) ->
                                assertThat(asked(backend).keySet())
                                        .isNotEmpty()
                                        .allMatch(
                                                permission ->
                                                        granted.stream()
                                                                .anyMatch(
                                                                        grant ->
                                                                                grant.covers(
                                                                                        permission))));
    }

    /** So that {@code designer:TEAM} is a designer: nothing that people work with is lost with the reach. */
    @Test
    void whatPeopleWorkWithIsAdmittedInTheNarrowestReach() {
        assertThat(working)
                .isNotEmpty()
                .allSatisfy(
                        (name, backend) ->
                                assertThat(asked(backend))
                                        .allSatisfy(
                                                (permission, scope) ->
                                                        assertThat(scope).isEqualTo(Scope.OWN)));
    }

    /** What methods with a route ask for; those without one are for services. */
    private static Map<String, Scope> asked(BackendSettings backend) {
        try (var set = Backends.class.getClassLoader().getResourceAsStream(Backends.CONTRACTS)) {
            return Contracts.ofSet(Objects.requireNonNull(set), backend.packages())
                    .services()
                    .stream()
                    .flatMap(service -> service.getMethods().stream())
                    .filter(method -> !HttpRules.routes(method).isEmpty())
                    .map(AccessRule::of)
                    .flatMap(Optional::stream)
                    .collect(
                            Collectors.toMap(
                                    AccessRule::permission, AccessRule::scope, Scope::narrower));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
