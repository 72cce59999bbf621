package io.syncopate.scheduling.rotation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What each slot of a day costs each group. Sessions of one daylight-saving class have equal tables. */
final class CostTable {

    private final int[] startMinutes;
    private final long[][] points;
    private final HourKind[][] kinds;
    private final int hash;

    CostTable(int[] startMinutes, long[][] points, HourKind[][] kinds) {
        this.startMinutes = startMinutes;
        this.points = points;
        this.kinds = kinds;
        this.hash = 31 * Arrays.hashCode(startMinutes) + Arrays.deepHashCode(points);
    }

    int slots() {
        return startMinutes.length;
    }

    /** Local minute of the anchor zone's day at which the slot starts. */
    int startMinute(int slot) {
        return startMinutes[slot];
    }

    /** Thousandths of a point by group; not to be changed. */
    long[] points(int slot) {
        return points[slot];
    }

    HourKind kind(int slot, int group) {
        return kinds[slot][group];
    }

    boolean isAcceptable(int slot) {
        return Arrays.stream(kinds[slot]).noneMatch(HourKind.OFF_LIMITS::equals);
    }

    boolean hasAcceptableSlot() {
        return IntStream.range(0, slots()).anyMatch(this::isAcceptable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CostTable that
                && hash == that.hash
                && Arrays.equals(startMinutes, that.startMinutes)
                && Arrays.deepEquals(points, that.points)
                && Arrays.deepEquals(kinds, that.kinds);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
