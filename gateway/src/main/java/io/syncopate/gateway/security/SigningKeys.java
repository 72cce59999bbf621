package io.syncopate.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import io.syncopate.gateway.background.BackgroundWork;
import io.syncopate.kernel.Ids;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key that this replica signs with, and the public keys of all. A key is published before it
 * signs, and stays published as long as a token that it signed can be good.
 */
public final class SigningKeys extends BackgroundWork {

    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(30);

    /** Outlives a few missed prolongations and the longest token. */
    private static final Duration PUBLISHED_FOR = Duration.ofMinutes(15);

    /** Anybody may ask for the public keys. */
    private static final Duration READ_EVERY = Duration.ofSeconds(1);

    private final PublishedKeys published;
    private final Duration life;
    private final Clock clock;
    private volatile @Nullable Signing signing;
    private volatile @Nullable Signing next;
    private final SharedRead<List<ECKey>> publicKeys;
    private volatile List<ECKey> known = List.of();

    private record Signing(ECKey key, Instant since) {}

    public SigningKeys(PublishedKeys published, Duration life, Clock clock) {
        super("gateway-keys");
        this.published = published;
        this.life = life;
        this.clock = clock;
        this.publicKeys = new SharedRead<>(this::readPublic, READ_EVERY);
    }

    /** With its private half. */
    ECKey current() {
        Signing now = signing;
        if (now == null) {
            throw new IllegalStateException("no key is published yet");
        }
        return now.key();
    }

    /** Blocks for an unknown one, which another replica that has just started may have published. */
    public Optional<ECKey> find(String keyId) {
        Optional<ECKey> key = find(keyId, known);
        return key.isPresent() ? key : find(keyId, readPublicKeys());
    }

    private static Optional<ECKey> find(String keyId, List<ECKey> keys) {
        return keys.stream().filter(key -> keyId.equals(key.getKeyID())).findFirst();
    }

    /** Publishes, makes a new key when this replica's is old, and reads those of the others. */
    synchronized void renew() {
        Instant now = clock.instant();
        Signing before = signing;
        if (next == null && (before == null || now.isAfter(before.since().plus(life)))) {
            next = new Signing(generate(), now);
        }
        if (before != null) {
            published.publish(before.key().toPublicJWK(), now.plus(PUBLISHED_FOR));
        }
        Signing coming = next;
        if (coming != null) {
            published.publish(coming.key().toPublicJWK(), now.plus(PUBLISHED_FOR));
        }
        known = readPublic();
        published.forget(now);
        // a service whose way to the gateways is disturbed has time to read it before it is used
        if (coming != null
                && (before == null || !now.isBefore(coming.since().plus(PUBLISH_EVERY)))) {
            signing = coming;
            next = null;
        }
    }

    /**
     * This replica's own are among them whatever is published: after the machine slept, or time was
     * moved, they have to be published anew, and until then they are good all the same.
     */
    private List<ECKey> readPublic() {
        var keys = new LinkedHashMap<String, ECKey>();
        published
                .valid(clock.instant())
                .forEach(key -> keys.put(key.getKeyID(), key.toPublicJWK()));
        // in this order: one that becomes the other meanwhile is not missed
        add(next, keys);
        add(signing, keys);
        return List.copyOf(keys.values());
    }

    private static void add(@Nullable Signing own, Map<String, ECKey> keys) {
        if (own != null) {
            keys.put(own.key().getKeyID(), own.key().toPublicJWK());
        }
    }

    /**
     * Of all replicas, as they are published now: another one that has just started signs at once.
     * Blocks; all who ask within a second may wait for one read.
     */
    public List<ECKey> readPublicKeys() {
        List<ECKey> read = publicKeys.get();
        known = read;
        return read;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(Ids.random())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no ES256 key can be made", e);
        }
    }

    /** Nobody may be let in for whom no token can be signed. */
    @Override
    protected void begin() {
        renew();
        every(PUBLISH_EVERY, PUBLISH_EVERY, this::renew);
        afterJumps(clock, this::renew);
    }
}
