package io.syncopate.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Ids;
import io.syncopate.starter.security.CallerClaims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs internal tokens: who calls, good for one backend and a few minutes. */
public final class InternalTokens {

    private static final int REMEMBERED = 10_000;

    /** What a token must still be good for when it is handed out again. */
    private static final Duration RESERVE = Duration.ofSeconds(45);

    private final SigningKeys keys;
    private final String issuer;
    private final Duration life;
    private final Clock clock;
    private final Map<Use, Token> tokens =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Use, Token> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Use(Caller caller, String audience) {}

    /** A signed token and how long it is good. */
    public record Token(String text, Instant until) {}

    public InternalTokens(SigningKeys keys, String issuer, Duration life, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.life = life;
        this.clock = clock;
    }

    /** The same one again while it is good for long enough. */
    public Token of(Caller caller, String audience) {
        var use = new Use(caller, audience);
        Instant now = clock.instant();
        Token known;
        synchronized (tokens) {
            known = tokens.get(use);
        }
        if (known != null && known.until().minus(RESERVE).isAfter(now)) {
            return known;
        }
        Token fresh = sign(caller, audience, now);
        synchronized (tokens) {
            tokens.put(use, fresh);
        }
        return fresh;
    }

    private Token sign(Caller caller, String audience, Instant now) {
        Instant until = now.plus(life);
        ECKey key = keys.current();
        var claims =
                CallerClaims.write(caller, new JWTClaimsSet.Builder())
                        .issuer(issuer)
                        .audience(audience)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(until))
                        .jwtID(Ids.random())
                        .build();
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                        claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return new Token(jwt.serialize(), until);
    }
}
