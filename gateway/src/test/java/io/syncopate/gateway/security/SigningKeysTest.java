package io.syncopate.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;

import io.syncopate.starter.time.AdjustableClock;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class SigningKeysTest {

    private static final Duration LIFE = Duration.ofHours(24);

    private final SettableClock clock = SettableClock.at("2026-03-02T12:00:00Z");
    private final Published published = new Published();
    private final SigningKeys one = new SigningKeys(published, LIFE, clock);
    private final SigningKeys other = new SigningKeys(published, LIFE, clock);

    @Test
    void everyReplicaKnowsTheKeysOfAll() {
        one.renew();
        other.renew();
        assertThat(idsOf(one.readPublicKeys()))
                .containsExactlyInAnyOrder(one.current().getKeyID(), other.current().getKeyID());
        assertThat(one.readPublicKeys()).noneMatch(ECKey::isPrivate);
    }

    @Test
    void findsTheKeyOfAReplicaThatStartedSince() {
        one.renew();
        other.renew();
        assertThat(one.find(other.current().getKeyID())).isPresent();
        assertThat(one.find("nobody's")).isEmpty();
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        one.renew();
        String first = one.current().getKeyID();
        clock.advance(LIFE.plusSeconds(1));
        one.renew();
        assertThat(one.current().getKeyID()).as("the old one still signs").isEqualTo(first);
        other.renew();
        List<String> announced = idsOf(other.readPublicKeys());
        clock.advance(Duration.ofSeconds(30));
        one.renew();
        assertThat(one.current().getKeyID()).isNotEqualTo(first).isIn(announced);
        assertThat(idsOf(other.readPublicKeys()))
                .as("what the old one signed is still good")
                .contains(first);
    }

    @Test
    void itsOwnKeysAreGoodAfterTheMachineSlept() {
        one.renew();
        clock.advance(Duration.ofHours(3));
        assertThat(published.valid(clock.instant())).isEmpty();
        assertThat(idsOf(one.readPublicKeys())).containsExactly(one.current().getKeyID());
        assertThat(one.find(one.current().getKeyID())).isPresent();
    }

    @Test
    void itsKeysArePublishedAnewWhenTimeIsMoved() {
        var moved = new AdjustableClock(clock, Duration.ZERO);
        var keys = new SigningKeys(published, LIFE, moved);
        keys.start();
        try {
            moved.advance(Duration.ofHours(3));
            assertThat(idsOf(published.valid(moved.instant())))
                    .containsExactly(keys.current().getKeyID());
        } finally {
            keys.stop();
        }
    }

    @Test
    void theKeysOfAReplicaThatIsGoneAreForgotten() {
        one.renew();
        other.renew();
        clock.advance(Duration.ofMinutes(16));
        one.renew();
        assertThat(idsOf(one.readPublicKeys())).doesNotContain(other.current().getKeyID());
    }

    @Test
    void howeverManyAskTheStoreIsReadOnceASecond() throws Exception {
        one.renew();
        int before = published.reads.get();
        long begun = System.nanoTime();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                askers.execute(one::readPublicKeys);
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(published.reads.get() - before).isBetween(1, (int) seconds + 2);
    }

    private static List<String> idsOf(List<ECKey> keys) {
        return keys.stream().map(ECKey::getKeyID).toList();
    }

    private static final class Published implements PublishedKeys {

        private final Map<ECKey, Instant> keys = new LinkedHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public void forget(Instant now) {
            keys.values().removeIf(until -> !until.isAfter(now));
        }

        @Override
        public void publish(ECKey key, Instant until) {
            keys.put(key, until);
        }

        @Override
        public List<ECKey> valid(Instant now) {
            reads.incrementAndGet();
            return keys.entrySet().stream()
                    .filter(entry -> entry.getValue().isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
