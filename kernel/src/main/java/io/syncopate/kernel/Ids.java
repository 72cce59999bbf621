package io.syncopate.kernel;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids of resources: 26 characters of Crockford's alphabet in lower case, 130 bits. */
public final class Ids {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String random() {
        byte[] bytes = new byte[17];
        RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    /** The same for the same input, so that a repeated create finds what the first one stored. */
    public static String derived(TenantId tenant, String method, String requestId) {
        return encode(Digests.sha256(tenant.value(), method, requestId));
    }

    public static String forCommand(Command command) {
        return command.requestId()
                .map(requestId -> derived(command.tenant(), command.method(), requestId))
                .orElseGet(Ids::random);
    }

    private static String encode(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }
}
