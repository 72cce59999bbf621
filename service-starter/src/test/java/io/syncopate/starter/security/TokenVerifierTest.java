package io.syncopate.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

class TokenVerifierTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final TestIssuer issuer = new TestIssuer(clock);
    private final TokenVerifier verifier =
            new TokenVerifier(issuer, TestIssuer.NAME, "assessment", clock);

    @Test
    void readsTheCallerBack() {
        Caller caller =
                new Caller(
                        Callers.ACME,
                        new Uid("ann"),
                        Set.of("design"),
                        Set.of(Grant.parse("assessment.programs.read:TEAM")),
                        Optional.of("scheduling"));
        assertThat(verifier.verify(issuer.token(caller, "assessment"))).isEqualTo(caller);
    }

    @Test
    void checksASignatureOnceAndStillSeesTheExpiry() {
        String token = issuer.token(Callers.ann(), "assessment");
        verifier.verify(token);
        verifier.verify(token);
        assertThat(issuer.lookUps()).isEqualTo(1);

        clock.advance(LIFE.plusSeconds(29));
        verifier.verify(token);
        clock.advance(Duration.ofSeconds(2));
        refuses(token, "expired");
        refuses(token, "expired");
    }

    @Test
    void refusesATokenForAnotherService() {
        refuses(issuer.token(Callers.ann(), "asset"), "not for this service");
    }

    @Test
    void refusesATokenForSeveralServices() {
        JWTClaimsSet claims =
                issuer.claims(Callers.ann(), "assessment", LIFE)
                        .audience(java.util.List.of("assessment", "asset"))
                        .build();
        refuses(issuer.sign(claims), "not for this service");
    }

    @Test
    void refusesATokenThatLivesTooLong() {
        refuses(
                issuer.sign(
                        issuer.claims(Callers.ann(), "assessment", LIFE.plusSeconds(1)).build()),
                "longer than five minutes");
    }

    @Test
    void refusesATokenFromTheFuture() {
        String token = issuer.token(Callers.ann(), "assessment");
        clock.advance(Duration.ofSeconds(-31));
        refuses(token, "not valid yet");
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(
                issuer.sign(
                        issuer.claims(Callers.ann(), "assessment", LIFE).issuer("evil").build()),
                "issuer");
    }

    @Test
    void refusesASignatureByAnotherKeyOfTheSameName() {
        TestIssuer impostor = new TestIssuer("k1", clock);
        refuses(impostor.token(Callers.ann(), "assessment"), "not signed by a key");
    }

    @Test
    void refusesAnUnknownKey() {
        TestIssuer other = new TestIssuer("k2", clock);
        refuses(other.token(Callers.ann(), "assessment"), "not signed by a key");
    }

    @Test
    void refusesOtherAlgorithms() throws JOSEException {
        JWTClaimsSet claims = issuer.claims(Callers.ann(), "assessment", LIFE).build();
        SignedJWT symmetric =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        symmetric.sign(
                new MACSigner(
                        issuer.publicKey().toString().repeat(2).getBytes(StandardCharsets.UTF_8)));
        refuses(symmetric.serialize(), "ES256");
        refuses(new PlainJWT(claims).serialize(), "cannot be read");
    }

    @Test
    void refusesWhatIsNoToken() {
        refuses("abc", "cannot be read");
    }

    @Test
    void refusesClaimsThatAreNoCaller() {
        JWTClaimsSet.Builder claims = issuer.claims(Callers.ann(), "assessment", LIFE);
        refuses(issuer.sign(claims.claim("tenant", "No Tenant").build()), "cannot be read");
        refuses(issuer.sign(claims.claim("tenant", null).build()), "cannot be read");
    }

    private void refuses(String token, String because) {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> verifier.verify(token))
                .withMessageContaining(because);
    }
}
