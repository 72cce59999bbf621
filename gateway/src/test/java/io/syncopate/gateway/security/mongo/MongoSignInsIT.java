package io.syncopate.gateway.security.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.security.SignIns;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@OnStore
class MongoSignInsIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Instant ENTERED = NOW.minusMillis(1234);
    private static final SignIns.Holder ANN = holder(Callers.ACME, "ann");

    @SuppressWarnings("NullAway.Init")
    private TestStore store;

    @SuppressWarnings("NullAway.Init")
    private SignIns signIns;

    @BeforeEach
    void open(TestStore store) {
        this.store = store;
        this.signIns = new MongoSignIns(store.database());
    }

    @Test
    void aCodeOpensOnce() {
        signIns.addCode(SecretHash.of("code"), ANN, LATER);
        assertThat(signIns.redeem(SecretHash.of("other"), NOW)).isEmpty();
        assertThat(signIns.redeem(SecretHash.of("code"), NOW)).contains(ANN);
        assertThat(signIns.redeem(SecretHash.of("code"), NOW)).isEmpty();
    }

    @Test
    void ofManyThatTryOneGetsIn() throws Exception {
        signIns.addCode(SecretHash.of("code"), ANN, LATER);
        List<Callable<Optional<SignIns.Holder>>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tries.add(() -> signIns.redeem(SecretHash.of("code"), NOW));
        }
        int in = 0;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : all.invokeAll(tries)) {
                in += answer.get().isPresent() ? 1 : 0;
            }
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void nothingOpensFromTheMomentItEnds() {
        signIns.addCode(SecretHash.of("code"), ANN, LATER);
        signIns.addSession(SecretHash.of("session"), ANN, LATER);
        assertThat(signIns.session(SecretHash.of("session"), LATER.minusMillis(1))).contains(ANN);
        assertThat(signIns.session(SecretHash.of("session"), LATER)).isEmpty();
        assertThat(signIns.redeem(SecretHash.of("code"), LATER)).isEmpty();
    }

    @Test
    void aSessionIsNoCodeAndACodeNoSession() {
        signIns.addCode(SecretHash.of("code"), ANN, LATER);
        signIns.addSession(SecretHash.of("session"), ANN, LATER);
        assertThat(signIns.session(SecretHash.of("code"), NOW)).isEmpty();
        assertThat(signIns.redeem(SecretHash.of("session"), NOW)).isEmpty();
    }

    @Test
    void endsOneSessionOrAllThatLetsOnePersonIn() {
        SignIns.Holder bob = holder(Callers.ACME, "bob");
        SignIns.Holder otherAnn = holder(Callers.OTHER, "ann");
        signIns.addSession(SecretHash.of("a1"), ANN, LATER);
        signIns.addSession(SecretHash.of("a2"), ANN, LATER);
        signIns.addCode(SecretHash.of("a3"), ANN, LATER);
        signIns.addSession(SecretHash.of("b1"), bob, LATER);
        signIns.addSession(SecretHash.of("o1"), otherAnn, LATER);

        signIns.endSession(SecretHash.of("a1"));
        assertThat(signIns.session(SecretHash.of("a1"), NOW)).isEmpty();
        assertThat(signIns.session(SecretHash.of("a2"), NOW)).contains(ANN);

        signIns.endAll(ANN.person());
        assertThat(signIns.session(SecretHash.of("a2"), NOW)).isEmpty();
        assertThat(signIns.redeem(SecretHash.of("a3"), NOW)).isEmpty();
        assertThat(signIns.session(SecretHash.of("b1"), NOW)).contains(bob);
        assertThat(signIns.session(SecretHash.of("o1"), NOW)).contains(otherAnn);
    }

    @Test
    void forgetsWhatHasEndedAndNothingElse() {
        signIns.addCode(SecretHash.of("ended-code"), ANN, NOW);
        signIns.addSession(SecretHash.of("ended"), ANN, NOW);
        signIns.addSession(SecretHash.of("goes-on"), ANN, LATER);
        signIns.forget(NOW);
        assertThat(documents("signInCodes")).isEmpty();
        assertThat(documents("sessions")).hasSize(1);
        assertThat(signIns.session(SecretHash.of("goes-on"), NOW)).contains(ANN);
    }

    @Test
    void keepsNoSecret() {
        signIns.addCode(SecretHash.of("a-code-of-somebody"), ANN, LATER);
        signIns.addSession(SecretHash.of("a-session-of-somebody"), ANN, LATER);
        assertThat(documents("signInCodes").toString() + documents("sessions"))
                .contains("ann")
                .doesNotContain("of-somebody");
    }

    private List<Document> documents(String collection) {
        return store.database().getCollection(collection).find().into(new ArrayList<>());
    }

    @Test
    void takesWhatWasKeptBeforeItWasSaidWhenThePersonWasEntered() {
        var before = new SignIns.Holder(ANN.person(), Optional.empty());
        signIns.addSession(SecretHash.of("session"), before, LATER);
        assertThat(signIns.session(SecretHash.of("session"), NOW)).contains(before);
    }

    private static SignIns.Holder holder(TenantId tenant, String uid) {
        return new SignIns.Holder(new SignIns.Person(tenant, new Uid(uid)), Optional.of(ENTERED));
    }
}
