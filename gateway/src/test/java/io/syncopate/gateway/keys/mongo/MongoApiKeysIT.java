package io.syncopate.gateway.keys.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.gateway.keys.KeyEvent;
import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@OnStore
class MongoApiKeysIT extends AggregatesContract<ApiKey> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<ApiKey> aggregates() {
        return new MongoApiKeys(database, clock);
    }

    @Override
    protected ApiKey value(int number) {
        return key("ann", number);
    }

    @Override
    protected DomainEvent event() {
        return new KeyEvent.KeyIssued();
    }

    @Test
    void findsThoseOfOnePersonInOneTenant() {
        var keys = new MongoApiKeys(database, clock);
        var here = Callers.command(Callers.ann(), "issue", clock.instant());
        var elsewhere = Callers.command(Callers.of(Callers.OTHER, "eve"), "issue", clock.instant());
        keys.add(here, "a", key("ann", 1), event());
        keys.add(here, "b", key("ann", 2), event());
        keys.add(here, "c", key("bob", 3), event());
        keys.add(elsewhere, "d", key("ann", 4), event());

        assertThat(keys.of(Callers.ACME, new Uid("ann")))
                .extracting(Versioned::id)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(keys.of(Callers.OTHER, new Uid("ann")))
                .extracting(Versioned::id)
                .containsExactly("d");
        assertThat(keys.of(Callers.ACME, new Uid("zoe"))).isEmpty();
    }

    @Test
    void keepsNoSecretAndNotEvenItsHashInTheEvents() {
        var keys = new MongoApiKeys(database, clock);
        keys.add(
                Callers.command(Callers.ann(), "issue", clock.instant()),
                "a",
                key("ann", 1),
                event());

        var stored = Objects.requireNonNull(behind.getCollection("apiKeys").find().first());
        assertThat(stored.toJson()).doesNotContain("secret-1");
        assertThat(stored.getList("outbox", Document.class).toString())
                .contains("displayName")
                .doesNotContain(SecretHash.of("secret-1").hex());
    }

    private ApiKey key(String person, int number) {
        return new ApiKey(
                "key " + number,
                new Uid(person),
                number % 2 == 0
                        ? Optional.empty()
                        : Optional.of(clock.instant().minusMillis(number)),
                Set.of(
                        new Grant("asset.assets.read", Scope.TEAM),
                        new Grant("scheduling.*", Scope.OWN)),
                clock.instant().plus(Duration.ofDays(number)),
                "s" + number,
                SecretHash.of("secret-" + number));
    }
}
