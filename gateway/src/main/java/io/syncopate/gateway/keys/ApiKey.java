package io.syncopate.gateway.keys;

import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Uid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it is kept: with a hash of its secret, never the secret.
 *
 * @param person in whose name it calls
 * @param entered when that person was: it opens for nobody who has got the uid since; empty on keys
 *     that were issued before this was kept
 * @param prefix the first characters of the secret, by which people recognise it
 */
public record ApiKey(
        String displayName,
        Uid person,
        Optional<Instant> entered,
        Set<Grant> grants,
        Instant expireTime,
        String prefix,
        SecretHash secret) {

    public static final Duration USUAL_LIFE = Duration.ofDays(90);
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    public ApiKey {
        grants = Set.copyOf(grants);
    }

    /**
     * @param wanted empty for the usual life
     * @throws KeyException.ExpiryOutOfRange it has passed or is too far away
     */
    public static Instant expiry(Optional<Instant> wanted, Instant now) {
        Instant expiry = wanted.orElseGet(() -> now.plus(USUAL_LIFE));
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw new KeyException.ExpiryOutOfRange(expiry, now.plus(LONGEST_LIFE));
        }
        return expiry;
    }

    public boolean opensFor(String sent, Instant now) {
        return now.isBefore(expireTime) && secret.isOf(sent);
    }
}
