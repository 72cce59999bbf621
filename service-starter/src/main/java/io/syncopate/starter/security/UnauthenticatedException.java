package io.syncopate.starter.security;

import io.syncopate.kernel.RefusedException;

/** Nobody can be told from what the caller sent. */
public final class UnauthenticatedException extends RefusedException {

    private static final long serialVersionUID = 1;

    public UnauthenticatedException(String message) {
        super(Kind.UNAUTHENTICATED, "UNAUTHENTICATED_CALLER", message);
    }
}
