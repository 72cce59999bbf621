package io.syncopate.assessment.model.cel;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.IntSupplier;

/**
 * The degrees of an expression that reads facts with a few values each: every combination of them is
 * evaluated once, when it is first met. Looking a degree up takes some nanoseconds, evaluating CEL
 * more than a microsecond.
 *
 * <p>Threads share it without a lock: a degree that two of them work out at once is the same.
 */
final class DegreeTable {

    /** A larger one would fill too slowly to be worth its place. */
    static final int MOST_COMBINATIONS = 4_096;

    private static final int UNKNOWN = -1;

    private final int[] places;
    private final int[] radixes;
    private final int[] degrees;

    private DegreeTable(int[] places, int[] radixes, int combinations) {
        this.places = places;
        this.radixes = radixes;
        this.degrees = new int[combinations];
        Arrays.fill(degrees, UNKNOWN);
    }

    /** Empty when one of the facts is a number, or when there are too many combinations. */
    static Optional<DegreeTable> over(SortedSet<String> reads) {
        int[] places = new int[reads.size()];
        int[] radixes = new int[reads.size()];
        int combinations = 1;
        int at = 0;
        for (String path : reads) {
            OptionalInt place = FiniteFacts.place(path);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places[at] = place.getAsInt();
            radixes[at] = FiniteFacts.digits(place.getAsInt());
            combinations *= radixes[at++];
            if (combinations > MOST_COMBINATIONS) {
                return Optional.empty();
            }
        }
        return Optional.of(new DegreeTable(places, radixes, combinations));
    }

    /**
     * @param digits of the situation, as {@link FiniteFacts} gives them
     * @param evaluated asked when this combination has not been met before
     */
    int degree(int[] digits, IntSupplier evaluated) {
        int combination = 0;
        for (int i = 0; i < places.length; i++) {
            combination = combination * radixes[i] + digits[places[i]];
        }
        int degree = degrees[combination];
        if (degree == UNKNOWN) {
            degree = evaluated.getAsInt();
            degrees[combination] = degree;
        }
        return degree;
    }
}
