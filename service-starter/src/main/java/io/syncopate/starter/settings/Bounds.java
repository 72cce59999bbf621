package io.syncopate.starter.settings;

import java.time.Duration;

/** Refuses the value of a setting with its name, the value and what is expected. */
public final class Bounds {

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
}
