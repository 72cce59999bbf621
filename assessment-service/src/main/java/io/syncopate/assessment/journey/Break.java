package io.syncopate.assessment.journey;

import io.syncopate.kernel.InvalidException;

import java.util.ArrayList;
import java.util.List;

/**
 * A break in a live session.
 *
 * @param startMinute of the session
 */
public record Break(int startMinute, int minutes) {

    /** Live sessions load people: ten minutes for each started hour beyond the first (L-072). */
    private static final int LENGTH = 10;

    private static final int HOUR = 60;

    /** People plan by these. */
    private static final int STEP = 5;

    public Break {
        if (startMinute < 1 || minutes < 1) {
            throw new InvalidException(
                    "breaks", startMinute + "+" + minutes, "minutes of a session, 1 or more");
        }
    }

    public int end() {
        return startMinute + minutes;
    }

    /**
     * Of a session of so many minutes, breaks included: what is worked at a stretch is about even, and
     * never more than an hour.
     */
    public static List<Break> in(int session) {
        if (session <= HOUR) {
            return List.of();
        }
        int count = Math.ceilDiv(session, HOUR) - 1;
        int worked = session - count * LENGTH;
        var breaks = new ArrayList<Break>(count);
        for (int i = 1; i <= count; i++) {
            int exact = worked * i / (count + 1) + (i - 1) * LENGTH;
            breaks.add(new Break(exact - exact % STEP, LENGTH));
        }
        return List.copyOf(breaks);
    }
}
