package io.syncopate.starter.settings;

import org.springframework.util.unit.DataSize;

import java.time.Duration;

/** Refuses the value of a setting with its name, the value and what is expected. */
public final class Bounds {

    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(64);

    private Bounds() {}

    /**
     * @param setting the whole name, such as {@code syncopate.asset.sweep.claims}
     * @throws IllegalArgumentException for 0 and below
     */
    public static void requirePositive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "%s is %s: expected a time above 0".formatted(setting, value));
        }
    }

    /**
     * @param setting the whole name, such as {@code syncopate.asset.board.watchers}
     * @throws IllegalArgumentException for less
     */
    public static void requireAtLeast(int least, String setting, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s is %d: expected %d or more".formatted(setting, value, least));
        }
    }

    /**
     * Of a body or a message, which is held in memory as a whole.
     *
     * @param setting the whole name, such as {@code syncopate.gateway.body-limit}
     * @throws IllegalArgumentException for nothing, and above 64 MB
     */
    public static void requireMessageSize(String setting, DataSize value) {
        if (value.toBytes() < 1 || value.compareTo(LARGEST_MESSAGE) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s: expected 1B to 64MB".formatted(setting, value));
        }
    }
}
