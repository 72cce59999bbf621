package io.syncopate.assessment.cost;

import io.syncopate.kernel.InvalidException;

import java.util.Locale;

/**
 * What one input was taken to be.
 *
 * @param source who measured it or what it follows from; empty for what was stated
 */
public record Assumption(Input input, Range range, Origin origin, String source) {

    /** Where a value is from. */
    public enum Origin {
        STATED,
        BRIEF,
        PUBLISHED,
        /** Nobody published one; the source says what was taken instead. */
        ASSUMED
    }

    /**
     * What a caller states.
     *
     * @throws InvalidException when the values are out of order or beyond what the input takes
     */
    public static Assumption stated(Input input, int low, int likely, int high) {
        String field = "assumptions." + input.name().toLowerCase(Locale.ROOT);
        refuseBeyond(field, input, low);
        refuseBeyond(field, input, likely);
        refuseBeyond(field, input, high);
        if (low > likely || likely > high) {
            throw new InvalidException(
                    field,
                    "%d, %d, %d".formatted(low, likely, high),
                    "low, likely and high in this order");
        }
        return new Assumption(input, new Range(low, likely, high), Origin.STATED, "");
    }

    int at(Scenario scenario) {
        return switch (scenario) {
            case LIKELY -> range.likely();
            case LOW -> end(!input.isCheaperWhenMore());
            case HIGH -> end(input.isCheaperWhenMore());
        };
    }

    /** Which share of a blend is live makes it neither dearer nor cheaper as such. */
    private int end(boolean low) {
        if (input == Input.LIVE_PERMILLE) {
            return range.likely();
        }
        return low ? range.low() : range.high();
    }

    private static void refuseBeyond(String field, Input input, int value) {
        if (!input.takes(value)) {
            throw new InvalidException(
                    field, value, "%d to %d".formatted(input.least(), input.most()));
        }
    }
}
