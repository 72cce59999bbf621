package io.syncopate.assessment.cost;

/** A value with the least and the most that it may be. */
public record Range(int low, int likely, int high) {

    public Range {
        if (low > likely || likely > high) {
            throw new IllegalArgumentException(
                    "%d, %d, %d: expected the least, the likely and the most"
                            .formatted(low, likely, high));
        }
    }

    static Range of(int value) {
        return new Range(value, value, value);
    }

    boolean isWide() {
        return low < high;
    }
}
