package io.syncopate.starter.client;

import io.syncopate.starter.security.IssuerUnavailableException;

/** The tokens that this service calls others with. */
public interface OutgoingTokens {

    /**
     * A token for the audience that is valid for a while: within a call, for its caller; in
     * background work, this service's own, acting for the one it runs as.
     *
     * @throws IllegalStateException when there is nobody to act for
     * @throws IssuerUnavailableException when the issuer does not answer
     */
    String tokenFor(String audience);
}
