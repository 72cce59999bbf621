package io.syncopate.gateway.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that nobody guesses: 256 bits. */
final class Opaque {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    static String text() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
