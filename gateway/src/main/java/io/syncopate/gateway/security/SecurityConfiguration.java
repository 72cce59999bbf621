package io.syncopate.gateway.security;

import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.BackendsSettings;
import io.syncopate.gateway.keys.ApiKeys;
import io.syncopate.gateway.keys.IssueKey;
import io.syncopate.gateway.keys.RevokeKeys;
import io.syncopate.gateway.people.Credentials;
import io.syncopate.gateway.people.ErasePerson;
import io.syncopate.gateway.people.ImportPeople;
import io.syncopate.gateway.people.People;
import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.starter.autoconfigure.SecurityProperties;
import io.syncopate.starter.client.OutgoingTokens;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.starter.security.TokenVerifier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts admission and tokens together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    private static final List<String> EVENTS = List.of("api.events.read", "api.events.readAll");

    /** Calls of the database block: each has a virtual thread, the event loop none. */
    @Bean
    ExecutorService databaseExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("gateway-db-", 0).factory());
    }

    @Bean
    Roles roles(SecuritySettings settings) {
        return new Roles(settings.roles());
    }

    @Bean
    ErasePerson erasePerson(People people, Roles roles, List<Credentials> credentials) {
        return new ErasePerson(people, roles, credentials);
    }

    @Bean
    ImportPeople importPeople(People people, Roles roles) {
        return new ImportPeople(people, roles);
    }

    @Bean
    IssueKey issueKey(ApiKeys keys, People people) {
        return new IssueKey(keys, people);
    }

    @Bean
    RevokeKeys revokeKeys(ApiKeys keys) {
        return new RevokeKeys(keys);
    }

    @Bean
    SignInLinks signInLinks(
            SignIns signIns, People people, SecuritySettings settings, Clock clock) {
        return new SignInLinks(
                signIns, people, settings.signInLife(), settings.sessionLife(), clock);
    }

    @Bean
    FirstOwner firstOwner(People people, SecuritySettings settings, Clock clock) {
        return new FirstOwner(people, settings.developer(), clock);
    }

    @Bean
    Admission admission(
            ApiKeys keys,
            People people,
            Roles roles,
            SignIns signIns,
            SecuritySettings settings,
            Clock clock,
            ExecutorService databaseExecutor) {
        return new Admission(
                keys, people, roles, signIns, settings.developer(), clock, databaseExecutor);
    }

    @Bean
    BrowserSessions browserSessions(
            SignInLinks links, Admission admission, ExecutorService databaseExecutor) {
        return new BrowserSessions(links, admission, databaseExecutor);
    }

    @Bean
    SigningKeys signingKeys(PublishedKeys published, SecuritySettings settings, Clock clock) {
        return new SigningKeys(published, settings.signingKeyLife(), clock);
    }

    /** The gateway's own services verify by what this process knows, without asking itself. */
    @Bean
    IssuerKeys issuerKeys(SigningKeys keys) {
        return keys::find;
    }

    @Bean
    InternalTokens internalTokens(
            SigningKeys keys, SecurityProperties security, SecuritySettings settings, Clock clock) {
        return new InternalTokens(keys, security.issuer(), settings.tokenLife(), clock);
    }

    @Bean
    ServiceTokens serviceTokens(
            InternalTokens tokens,
            IssuerKeys keys,
            SecurityProperties security,
            BackendsSettings backends,
            Clock clock) {
        var verifiers = new ConcurrentHashMap<String, TokenVerifier>();
        Function<String, TokenVerifier> verifier =
                service ->
                        verifiers.computeIfAbsent(
                                service,
                                name -> new TokenVerifier(keys, security.issuer(), name, clock));
        return new ServiceTokens(
                tokens,
                verifier,
                security.serviceSecret(),
                servicesOf(backends),
                backends.backends().keySet());
    }

    /** The gateway's own calls: it asks nobody for tokens. */
    @Bean
    OutgoingTokens ownTokens(InternalTokens tokens) {
        return new OwnTokens(tokens);
    }

    /** A service may use, by itself, what the other services offer it. */
    private static Map<String, Set<Grant>> servicesOf(BackendsSettings settings) {
        Set<Grant> all =
                Stream.concat(
                                EVENTS.stream(),
                                settings.backends().entrySet().stream()
                                        .filter(backend -> !backend.getKey().equals(Backends.OWN))
                                        .flatMap(
                                                backend ->
                                                        backend.getValue().permissions().stream())
                                        .map(permission -> permission + ".*"))
                        .map(permission -> new Grant(permission, Scope.TENANT))
                        .collect(Collectors.toUnmodifiableSet());
        return settings.backends().keySet().stream()
                .filter(name -> !name.equals(Backends.OWN))
                .collect(Collectors.toUnmodifiableMap(name -> name, _ -> all));
    }
}
