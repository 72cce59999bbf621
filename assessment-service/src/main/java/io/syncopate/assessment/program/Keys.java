package io.syncopate.assessment.program;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys within one series: never longer than the contract allows and never given twice, and the same
 * for the same journey, as a repeated request has to say the same.
 */
final class Keys {

    private static final int LENGTH = 63;

    private final Set<String> taken;

    /**
     * @param reserved what nobody else gets
     */
    Keys(Stream<String> reserved) {
        this.taken = reserved.collect(Collectors.toCollection(HashSet::new));
    }

    String own(String wanted) {
        String key = cut(wanted, "");
        for (int other = 2; !taken.add(key); other++) {
            key = cut(wanted, "-" + other);
        }
        return key;
    }

    /** {@code lab-3} for the third run of {@code lab}; {@code lab-3x2} when that is taken. */
    String numbered(String wanted, int run) {
        String key = cut(wanted, "-" + run);
        for (int other = 2; !taken.add(key); other++) {
            key = cut(wanted, "-%dx%d".formatted(run, other));
        }
        return key;
    }

    private static String cut(String wanted, String end) {
        int room = LENGTH - end.length();
        return (wanted.length() > room ? wanted.substring(0, room) : wanted) + end;
    }
}
