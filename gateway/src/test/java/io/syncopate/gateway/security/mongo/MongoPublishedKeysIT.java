package io.syncopate.gateway.security.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import io.syncopate.gateway.security.PublishedKeys;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;

@OnStore
class MongoPublishedKeysIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private TestStore store;

    @SuppressWarnings("NullAway.Init")
    private PublishedKeys keys;

    @BeforeEach
    void open(TestStore store) {
        this.store = store;
        this.keys = new MongoPublishedKeys(store.database());
    }

    @Test
    void givesEveryReplicaTheKeysOfAll() {
        ECKey one = key("one");
        ECKey two = key("two");
        keys.publish(one, NOW.plusSeconds(60));
        new MongoPublishedKeys(store.database()).publish(two, NOW.plusSeconds(60));
        assertThat(keys.valid(NOW)).containsExactlyInAnyOrder(one.toPublicJWK(), two.toPublicJWK());
    }

    @Test
    void neverKeepsThePrivateHalf() throws Exception {
        ECKey key = key("one");
        keys.publish(key, NOW.plusSeconds(60));
        assertThat(keys.valid(NOW)).noneMatch(ECKey::isPrivate);
        var stored = store.database().getCollection("signingKeys").find().into(new ArrayList<>());
        assertThat(stored.toString()).doesNotContain(key.getD().toString());
    }

    @Test
    void prolongsWhatIsPublished() {
        ECKey key = key("one");
        keys.publish(key, NOW.plusSeconds(60));
        keys.publish(key, NOW.plusSeconds(120));
        assertThat(keys.valid(NOW.plusSeconds(90))).hasSize(1);
    }

    @Test
    void forgetsAKeyFromTheMomentItEnds() {
        keys.publish(key("one"), NOW.plusSeconds(60));
        keys.publish(key("two"), NOW.plusSeconds(61));
        assertThat(keys.valid(NOW.plusSeconds(60)))
                .extracting(JWK::getKeyID)
                .containsExactly("two");
        keys.forget(NOW.plusSeconds(60));
        assertThat(keys.valid(NOW.plusSeconds(60))).hasSize(1);
        assertThat(store.database().getCollection("signingKeys").countDocuments()).isEqualTo(1);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
