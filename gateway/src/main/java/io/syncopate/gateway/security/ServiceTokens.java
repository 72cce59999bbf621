package io.syncopate.gateway.security;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.security.TokenVerifier;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tokens for services that call other services, in a caller's name or their own. */
public final class ServiceTokens {

    private final InternalTokens tokens;
    private final Function<String, TokenVerifier> verifiers;
    private final byte @Nullable [] secret;
    private final Map<String, Set<Grant>> services;
    private final Set<String> audiences;

    /**
     * @param verifiers of tokens for each service
     * @param secret that services prove themselves with; null or empty when nobody can
     * @param services the own rights of each service that may ask
     * @param audiences the backends that tokens are given for
     */
    public ServiceTokens(
            InternalTokens tokens,
            Function<String, TokenVerifier> verifiers,
            @Nullable String secret,
            Map<String, Set<Grant>> services,
            Set<String> audiences) {
        this.tokens = tokens;
        this.verifiers = verifiers;
        this.secret =
                secret == null || secret.isEmpty() ? null : secret.getBytes(StandardCharsets.UTF_8);
        this.services = Map.copyOf(services);
        this.audiences = Set.copyOf(audiences);
    }

    /** Whether this is one of the services; compares in constant time. */
    public boolean isService(String name, String sent) {
        byte[] expected = secret;
        return expected != null
                && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))
                && services.containsKey(name);
    }

    public boolean knowsAudience(String audience) {
        return audiences.contains(audience);
    }

    /**
     * For what a service does by itself in a tenant, with its own rights.
     *
     * @param person in whose name; empty for its own
     */
    public InternalTokens.Token own(
            String service, TenantId tenant, Optional<Uid> person, String audience) {
        return tokens.of(
                new Caller(
                        tenant,
                        person.orElseGet(() -> Uid.ofService(service)),
                        Set.of(),
                        services.getOrDefault(service, Set.of()),
                        person.map(_ -> service)),
                audience);
    }

    /**
     * The rights of the caller who called the service, for its own call of another.
     *
     * @throws io.syncopate.starter.security.UnauthenticatedException the token is not good, or was
     *     not given for this service
     */
    public InternalTokens.Token exchanged(String service, String token, String audience) {
        Caller caller = verifiers.apply(service).verify(token);
        return tokens.of(
                new Caller(
                        caller.tenant(),
                        caller.uid(),
                        caller.teams(),
                        caller.grants(),
                        Optional.of(service)),
                audience);
    }
}
