package io.syncopate.gateway.keys;

import io.syncopate.kernel.DomainEvent;

/** What happened to a key. */
public sealed interface KeyEvent extends DomainEvent {

    /** Issued. */
    record KeyIssued() implements KeyEvent {
        @Override
        public String type() {
            return "ApiKeyIssued";
        }
    }

    /** Revoked. */
    record KeyRevoked() implements KeyEvent {
        @Override
        public String type() {
            return "ApiKeyRevoked";
        }
    }
}
