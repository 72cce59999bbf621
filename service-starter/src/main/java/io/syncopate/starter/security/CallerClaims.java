package io.syncopate.starter.security;

import com.nimbusds.jwt.JWTClaimsSet;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a caller is written into an internal token: {@code sub}, {@code tenant}, {@code teams}, {@code
 * grants} as {@code permission:SCOPE}, and {@code act.sub} for the service that acts.
 */
public final class CallerClaims {

    private static final String SERVICE_PREFIX = "service.";

    private CallerClaims() {}

    /** Adds the caller to claims that are to be signed. */
    public static JWTClaimsSet.Builder write(Caller caller, JWTClaimsSet.Builder claims) {
        claims.subject(caller.uid().value())
                .claim("tenant", caller.tenant().value())
                .claim("teams", caller.teams().stream().sorted().toList())
                .claim("grants", caller.grants().stream().map(Grant::toString).sorted().toList());
        caller.actingService()
                .ifPresent(name -> claims.claim("act", Map.of("sub", SERVICE_PREFIX + name)));
        return claims;
    }

    static Caller read(JWTClaimsSet claims) throws ParseException {
        return new Caller(
                new TenantId(required(claims.getStringClaim("tenant"), "tenant")),
                new Uid(required(claims.getSubject(), "sub")),
                Set.copyOf(list(claims.getStringListClaim("teams"))),
                list(claims.getStringListClaim("grants")).stream()
                        .map(Grant::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                actor(claims));
    }

    private static Optional<String> actor(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> act = claims.getJSONObjectClaim("act");
        if (act == null) {
            return Optional.empty();
        }
        String subject = String.valueOf(act.get("sub"));
        if (!subject.startsWith(SERVICE_PREFIX)) {
            throw new IllegalArgumentException(
                    "act.sub '%s': expected service.<name>".formatted(subject));
        }
        return Optional.of(subject.substring(SERVICE_PREFIX.length()));
    }

    private static List<String> list(@Nullable List<String> claim) {
        return claim == null ? List.of() : claim;
    }

    private static String required(@Nullable String claim, String name) {
        if (claim == null) {
            throw new IllegalArgumentException("claim %s is missing".formatted(name));
        }
        return claim;
    }
}
