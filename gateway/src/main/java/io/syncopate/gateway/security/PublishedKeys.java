package io.syncopate.gateway.security;

import com.nimbusds.jose.jwk.ECKey;

import java.time.Instant;
import java.util.List;

/** The public keys of all replicas. */
public interface PublishedKeys {

    /** Publishes it, or prolongs what is published. */
    void publish(ECKey publicKey, Instant until);

    List<ECKey> valid(Instant now);

    /** Removes what has ended; nothing rests on when that happens. */
    void forget(Instant now);
}
