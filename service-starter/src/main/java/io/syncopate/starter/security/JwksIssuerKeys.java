package io.syncopate.starter.security;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keys read from the issuer's {@code /.well-known/jwks.json} and kept. They are read again every five
 * minutes, so that a withdrawn key goes, and whenever an unknown key is asked for, because a gateway
 * that has just started signs at once; but not more often for that than ten times in ten seconds.
 * While the issuer is away the last known keys stay.
 */
public final class JwksIssuerKeys implements IssuerKeys {

    private static final Logger log = LoggerFactory.getLogger(JwksIssuerKeys.class);
    private static final int MOST_READS = 10;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI address;
    private final HttpClient http;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    /** When the last reads for unknown keys began; guarded by the lock. */
    private final Deque<Instant> reads = new ArrayDeque<>();

    private volatile Known known = new Known(new JWKSet(), Instant.MIN, Instant.MIN);

    public JwksIssuerKeys(URI issuer, HttpClient http, Clock clock) {
        this.address = issuer.resolve("/.well-known/jwks.json");
        this.http = http;
        this.clock = clock;
    }

    /**
     * @throws IssuerUnavailableException when the key is not known and the issuer does not answer, or
     *     was asked too often: whether there is such a key cannot be told
     */
    @Override
    public Optional<ECKey> find(String keyId) {
        Instant now = clock.instant();
        Optional<ECKey> key = known.find(keyId);
        if (key.isEmpty()) {
            return readFor(keyId, now);
        }
        return now.isAfter(known.tried().plus(MAX_AGE)) ? renewed(keyId, now) : key;
    }

    /** What somebody else read, or tried to, since the question counts as well. */
    private Optional<ECKey> readFor(String keyId, Instant asked) {
        reading.lock();
        try {
            if (known.find(keyId).isEmpty() && known.tried().isBefore(asked)) {
                Instant now = clock.instant();
                countRead(now);
                read(now);
            }
            if (known.find(keyId).isEmpty() && known.read().isBefore(asked)) {
                throw unavailable("it does not answer");
            }
            return known.find(keyId);
        } finally {
            reading.unlock();
        }
    }

    private void countRead(Instant now) {
        while (!reads.isEmpty() && now.isAfter(reads.getFirst().plus(WITHIN))) {
            reads.removeFirst();
        }
        if (reads.size() == MOST_READS) {
            throw unavailable("it was asked for unknown keys too often");
        }
        reads.addLast(now);
    }

    /** One reads; the others go on with what is known. */
    private Optional<ECKey> renewed(String keyId, Instant now) {
        if (reading.tryLock()) {
            try {
                read(now);
            } finally {
                reading.unlock();
            }
        }
        return known.find(keyId);
    }

    /** Keeps what is known when the issuer does not answer. */
    private void read(Instant now) {
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            known = new Known(JWKSet.parse(response.body()), now, now);
        } catch (IOException | ParseException e) {
            log.warn("{} does not answer; the keys of {} are kept", address, known.read(), e);
            known = new Known(known.keys(), known.read(), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the reading was interrupted");
        }
    }

    private IssuerUnavailableException unavailable(String problem) {
        return new IssuerUnavailableException(address, "its keys cannot be read: " + problem);
    }

    /**
     * @param read when the reading of them began
     * @param tried when that was tried last
     */
    private record Known(JWKSet keys, Instant read, Instant tried) {
        Optional<ECKey> find(String keyId) {
            return keys.getKeyByKeyId(keyId) instanceof ECKey key
                    ? Optional.of(key)
                    : Optional.empty();
        }
    }
}
