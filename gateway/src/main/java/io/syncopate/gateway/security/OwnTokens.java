package io.syncopate.gateway.security;

import io.syncopate.gateway.backend.Backends;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.client.OutgoingTokens;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tokens for what the gateway's own services ask of the backends: in a caller's name, for no more
 * than what a permission of the gateway stands for, as widely as the caller holds it; by itself, to
 * follow event logs.
 */
final class OwnTokens implements OutgoingTokens {

    /** What of every backend a permission of the gateway opens. */
    private static final Map<String, String> STANDS_FOR =
            Map.of("gateway.history.read", "api.history.read");

    private static final Uid SELF = Uid.ofService(Backends.OWN);
    private static final Set<Grant> OWN_GRANTS =
            Set.of(new Grant("api.events.readAll", Scope.TENANT));

    private final InternalTokens tokens;

    OwnTokens(InternalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String tokenFor(String audience) {
        Caller caller = CallContext.caller();
        boolean isInACall = CallContext.token().isPresent();
        return tokens.of(isInACall ? inNameOf(caller) : self(caller), audience).text();
    }

    private static Caller self(Caller caller) {
        if (!caller.uid().equals(SELF)) {
            throw new IllegalStateException(
                    "background work as %s: the gateway works by itself alone"
                            .formatted(caller.uid()));
        }
        return new Caller(caller.tenant(), SELF, Set.of(), OWN_GRANTS, Optional.empty());
    }

    private static Caller inNameOf(Caller caller) {
        Set<Grant> grants =
                STANDS_FOR.entrySet().stream()
                        .flatMap(
                                each ->
                                        caller.scopeOf(each.getKey()).stream()
                                                .map(scope -> new Grant(each.getValue(), scope)))
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                caller.tenant(), caller.uid(), caller.teams(), grants, Optional.of(Backends.OWN));
    }
}
