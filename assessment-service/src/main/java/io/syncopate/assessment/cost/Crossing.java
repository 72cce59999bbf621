package io.syncopate.assessment.cost;

import java.util.OptionalLong;

/**
 * Where one cost comes down to another as learners grow, exactly. The difference is linear within a
 * group and jumps where a group is full; over groups its peaks lie on a line again. So the group is
 * found by one division, and the learner in it by another.
 *
 * @param difference how much dearer one is than the other
 * @param most the greatest number of learners that is looked at
 */
record Crossing(CostCurve difference, long groupSize, long most) {

    /** The fewest learners with whom the difference is no less than nothing. */
    OptionalLong first() {
        if (difference.perLearner() < 0) {
            OptionalLong group = least(atStarts(), slope(), Math.ceilDiv(most, groupSize));
            return group.isPresent()
                    ? OptionalLong.of(start(group.getAsLong()))
                    : OptionalLong.empty();
        }
        OptionalLong full = least(difference.fixed(), slope(), most / groupSize);
        if (full.isPresent()) {
            return OptionalLong.of(firstIn(full.getAsLong()));
        }
        return difference.at(most, groupSize) >= 0
                ? OptionalLong.of(firstIn(Math.ceilDiv(most, groupSize)))
                : OptionalLong.empty();
    }

    /** The most learners with whom the difference is no less than nothing. */
    OptionalLong last() {
        if (difference.perLearner() < 0) {
            OptionalLong group = greatest(atStarts(), slope(), Math.ceilDiv(most, groupSize));
            return group.isPresent()
                    ? OptionalLong.of(lastIn(group.getAsLong()))
                    : OptionalLong.empty();
        }
        if (difference.at(most, groupSize) >= 0) {
            return OptionalLong.of(most);
        }
        OptionalLong full = greatest(difference.fixed(), slope(), most / groupSize);
        return full.isPresent()
                ? OptionalLong.of(full.getAsLong() * groupSize)
                : OptionalLong.empty();
    }

    /** The fewest learners from whom on the difference is never less than nothing. */
    OptionalLong always() {
        long below = new Crossing(belowNothing(), groupSize, most).last().orElse(0);
        return below == most ? OptionalLong.empty() : OptionalLong.of(below + 1);
    }

    private CostCurve belowNothing() {
        return new CostCurve(
                Math.subtractExact(Math.negateExact(difference.fixed()), 1),
                Math.negateExact(difference.perLearner()),
                Math.negateExact(difference.perGroup()));
    }

    /** From one group's peak to the next one's. */
    private long slope() {
        return Math.addExact(
                Math.multiplyExact(difference.perLearner(), groupSize), difference.perGroup());
    }

    /** The line of the values at the first learner of each group, before the first group. */
    private long atStarts() {
        return Math.subtractExact(
                difference.fixed(), Math.multiplyExact(difference.perLearner(), groupSize - 1));
    }

    private long start(long group) {
        return (group - 1) * groupSize + 1;
    }

    /** Within a group whose last learner is beyond the crossing, when the difference grows. */
    private long firstIn(long group) {
        long start = start(group);
        if (difference.at(start, groupSize) >= 0) {
            return start;
        }
        return Math.ceilDiv(Math.negateExact(withGroups(group)), difference.perLearner());
    }

    /** Within a group whose first learner is before the crossing, when the difference falls. */
    private long lastIn(long group) {
        long end = Math.min(group * groupSize, most);
        return Math.min(
                end, Math.floorDiv(withGroups(group), Math.negateExact(difference.perLearner())));
    }

    private long withGroups(long groups) {
        return Math.addExact(difference.fixed(), Math.multiplyExact(difference.perGroup(), groups));
    }

    /** The least group, from 1 to most, at which a line is no less than nothing. */
    private static OptionalLong least(long before, long slope, long most) {
        if (most < 1) {
            return OptionalLong.empty();
        }
        if (Math.addExact(before, slope) >= 0) {
            return OptionalLong.of(1);
        }
        if (slope <= 0) {
            return OptionalLong.empty();
        }
        long group = Math.ceilDiv(Math.negateExact(before), slope);
        return group <= most ? OptionalLong.of(group) : OptionalLong.empty();
    }

    private static OptionalLong greatest(long before, long slope, long most) {
        if (most < 1) {
            return OptionalLong.empty();
        }
        if (Math.addExact(before, Math.multiplyExact(slope, most)) >= 0) {
            return OptionalLong.of(most);
        }
        if (slope >= 0) {
            return OptionalLong.empty();
        }
        long group = Math.floorDiv(before, Math.negateExact(slope));
        return group >= 1 ? OptionalLong.of(group) : OptionalLong.empty();
    }
}
