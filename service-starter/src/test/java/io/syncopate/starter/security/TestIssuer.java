package io.syncopate.starter.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.syncopate.kernel.Caller;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** Signs internal tokens as the gateway does. */
public final class TestIssuer implements IssuerKeys {

    public static final String NAME = "syncopate-gateway";

    private final ECKey key;
    private final Clock clock;
    private int lookUps;

    public TestIssuer(Clock clock) {
        this("k1", clock);
    }

    public TestIssuer(String keyId, Clock clock) {
        this.clock = clock;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<ECKey> find(String keyId) {
        lookUps++;
        return keyId.equals(key.getKeyID()) ? Optional.of(key.toPublicJWK()) : Optional.empty();
    }

    int lookUps() {
        return lookUps;
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    public String token(Caller caller, String audience) {
        return sign(claims(caller, audience, Duration.ofMinutes(5)).build());
    }

    JWTClaimsSet.Builder claims(Caller caller, String audience, Duration life) {
        return CallerClaims.write(
                caller,
                new JWTClaimsSet.Builder()
                        .issuer(NAME)
                        .audience(audience)
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plus(life))));
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                        claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
