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
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keys read from the issuer's {@code /.well-known/jwks.json} and kept. They are read again when an
 * unknown key is asked for, at most once in ten seconds, and every five minutes, so that a withdrawn
 * key goes; while the issuer is away the last known keys stay.
 */
public final class JwksIssuerKeys implements IssuerKeys {

    private static final Logger log = LoggerFactory.getLogger(JwksIssuerKeys.class);
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(10);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI address;
    private final HttpClient http;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(new JWKSet(), Instant.MIN, Instant.MIN);

    public JwksIssuerKeys(URI issuer, HttpClient http, Clock clock) {
        this.address = issuer.resolve("/.well-known/jwks.json");
        this.http = http;
        this.clock = clock;
    }

    /**
     * @throws IssuerUnavailableException when no key was ever read and the issuer does not answer
     */
    @Override
    public Optional<ECKey> find(String keyId) {
        Known current = known;
        Instant now = clock.instant();
        Optional<ECKey> key = current.find(keyId);
        Duration wait = key.isPresent() ? MAX_AGE : MIN_INTERVAL;
        if (now.isAfter(after(current.tried(), wait))) {
            return refreshed(current, now).find(keyId);
        }
        return key;
    }

    private Known refreshed(Known seen, Instant now) {
        reading.lock();
        try {
            if (known == seen) {
                known = read(now);
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    private Known read(Instant now) {
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return new Known(JWKSet.parse(response.body()), now, now);
        } catch (IOException | ParseException e) {
            if (known.read().equals(Instant.MIN)) {
                throw unavailable(e);
            }
            log.warn("keeping the keys of {}: {} does not answer", known.read(), address, e);
            return new Known(known.keys(), known.read(), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private IssuerUnavailableException unavailable(Exception e) {
        IssuerUnavailableException refusal =
                new IssuerUnavailableException(address, "its keys cannot be read");
        refusal.addSuppressed(e);
        return refusal;
    }

    private static Instant after(Instant time, Duration wait) {
        return time.equals(Instant.MIN) ? time : time.plus(wait);
    }

    private record Known(JWKSet keys, Instant read, Instant tried) {
        Optional<ECKey> find(String keyId) {
            return keys.getKeyByKeyId(keyId) instanceof ECKey key
                    ? Optional.of(key)
                    : Optional.empty();
        }
    }
}
