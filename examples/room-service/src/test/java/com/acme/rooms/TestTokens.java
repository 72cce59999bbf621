package com.acme.rooms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.syncopate.kernel.Caller;
import io.syncopate.starter.security.CallerClaims;
import io.syncopate.starter.security.IssuerKeys;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** Plays the gateway's part: tokens for anybody, and the key that they are checked with. */
public final class TestTokens {

    public static final String ISSUER = "syncopate-gateway";
    public static final String AUDIENCE = "rooms";

    private final ECKey key;
    private final Clock clock;

    public TestTokens(Clock clock) {
        this.clock = clock;
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public IssuerKeys keys() {
        return id -> Optional.of(key.toPublicJWK()).filter(known -> id.equals(known.getKeyID()));
    }

    /** Lets a stub call as somebody. */
    public ClientInterceptor as(Caller caller) {
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + token(caller));
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private String token(Caller caller) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                        CallerClaims.write(caller, claims).build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
