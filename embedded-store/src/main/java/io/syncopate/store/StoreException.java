package io.syncopate.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened or used; the message names the directory and what to do about it. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        this(message, null);
    }
}
