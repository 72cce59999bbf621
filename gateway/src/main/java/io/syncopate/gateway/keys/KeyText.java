package io.syncopate.gateway.keys;

import io.syncopate.kernel.TenantId;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program sends: {@code syn_<tenant>_<id>_<secret>}. Tenant and id say where to look, so that
 * nothing is searched over tenants.
 */
public record KeyText(TenantId tenant, String id, String secret) {

    private static final Pattern FORM =
            Pattern.compile("syn_([a-z0-9-]{1,63})_([a-z0-9-]{1,63})_([A-Za-z0-9]{20,64})");
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a new secret. */
    public static KeyText issue(TenantId tenant, String id) {
        var secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new KeyText(tenant, id, secret.toString());
    }

    /** Empty when it does not look like a key. */
    public static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new KeyText(new TenantId(form.group(1)), form.group(2), form.group(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return "syn_" + tenant + "_" + id + "_" + secret;
    }

    /** Not the secret: this is printed by mistake sooner or later. */
    @Override
    public String toString() {
        return "syn_" + tenant + "_" + id + "_…";
    }
}
