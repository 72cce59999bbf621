package io.syncopate.assessment.model.cel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The degrees of an expression that tells a few values of each of its facts apart: every combination
 * of them is evaluated once, when it is first met. Looking a degree up takes some nanoseconds,
 * evaluating CEL more than a microsecond.
 *
 * <p>Threads share it without a lock: a degree that two of them work out at once is the same.
 */
final class DegreeTable {

    /** A larger one would fill too slowly to be worth its place. */
    static final int MOST_COMBINATIONS = 4_096;

    private static final int UNKNOWN = -1;

    private final KnownFacts.Column[] columns;
    private final int[] degrees;

    private DegreeTable(List<KnownFacts.Column> columns, int combinations) {
        this.columns = columns.toArray(KnownFacts.Column[]::new);
        this.degrees = new int[combinations];
        Arrays.fill(degrees, UNKNOWN);
    }

    /**
     * Empty when a number is not only compared with constants, or when there are too many
     * combinations.
     */
    static Optional<DegreeTable> over(CelProfile.Basis basis) {
        var columns = new ArrayList<KnownFacts.Column>();
        int combinations = 1;
        for (String path : basis.reads()) {
            Optional<KnownFacts.Column> column =
                    KnownFacts.isFinite(path)
                            ? Optional.of(KnownFacts.values(path))
                            : basis.cuts().of(path).map(cuts -> KnownFacts.spans(path, cuts));
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
            combinations *= column.get().radix();
            if (combinations > MOST_COMBINATIONS) {
                return Optional.empty();
            }
        }
        return Optional.of(new DegreeTable(columns, combinations));
    }

    /**
     * @param evaluated asked when this combination has not been met before
     */
    int degree(KnownFacts facts, IntSupplier evaluated) {
        int combination = 0;
        for (KnownFacts.Column column : columns) {
            combination = combination * column.radix() + column.digit(facts);
        }
        int degree = degrees[combination];
        if (degree == UNKNOWN) {
            degree = evaluated.getAsInt();
            degrees[combination] = degree;
        }
        return degree;
    }
}
