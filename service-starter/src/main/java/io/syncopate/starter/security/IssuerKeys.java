package io.syncopate.starter.security;

import com.nimbusds.jose.jwk.ECKey;

import java.util.Optional;

/** The public keys that internal tokens are signed with. */
public interface IssuerKeys {

    /** Empty when the issuer does not publish a key of that id. */
    Optional<ECKey> find(String keyId);
}
