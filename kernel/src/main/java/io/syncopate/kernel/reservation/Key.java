package io.syncopate.kernel.reservation;

/**
 * What one holder at a time may have, such as {@code facilitator/ann/2026-03-02T09:15Z}. Keys are
 * taken in their order.
 */
public record Key(String value) implements Comparable<Key> {

    private static final int LONGEST = 300;

    public Key {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "key '%s': expected 1 to %d characters".formatted(value, LONGEST));
        }
    }

    public static Key of(String... parts) {
        return new Key(String.join("/", parts));
    }

    @Override
    public int compareTo(Key other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
