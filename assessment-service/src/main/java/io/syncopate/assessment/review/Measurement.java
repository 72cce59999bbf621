package io.syncopate.assessment.review;

import java.util.List;
import java.util.Optional;

/** A value of a run, with as much as is known of how sure it is. */
public sealed interface Measurement {

    double value();

    /** Where it may truly lie; empty when nothing says how sure it is. */
    Optional<Interval> interval();

    /** Where the difference to an earlier one may truly lie; empty when nothing says how sure it is. */
    Optional<Interval> less(Measurement earlier);

    /**
     * Several of the same metric as one: shares add up, means weigh by their people; else the plain
     * mean, of which nothing says how sure it is.
     */
    static Measurement together(List<Measurement> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        if (all.stream().allMatch(Share.class::isInstance)) {
            return Share.together(all.stream().map(Share.class::cast).toList());
        }
        if (all.stream().allMatch(Mean.class::isInstance)) {
            return Mean.together(all.stream().map(Mean.class::cast).toList());
        }
        return new Bare(all.stream().mapToDouble(Measurement::value).average().orElseThrow());
    }

    /** Of which nothing but the value is known. */
    record Bare(double value) implements Measurement {
        @Override
        public Optional<Interval> interval() {
            return Optional.empty();
        }

        @Override
        public Optional<Interval> less(Measurement earlier) {
            return Optional.empty();
        }
    }

    /**
     * {@code count} of {@code people}, in percent. Both intervals keep their promise for small
     * numbers and for shares near none and all, where the textbook ones fail.
     */
    record Share(int count, int people) implements Measurement {

        private static final double Z = 1.959963984540054;

        public Share {
            if (people < 1 || count < 0 || count > people) {
                throw new IllegalArgumentException("%d of %d".formatted(count, people));
            }
        }

        static Share together(List<Share> all) {
            return new Share(
                    all.stream().mapToInt(Share::count).sum(),
                    all.stream().mapToInt(Share::people).sum());
        }

        @Override
        public double value() {
            return 100 * part();
        }

        @Override
        public Optional<Interval> interval() {
            return Optional.of(wilson().times(100));
        }

        @Override
        public Optional<Interval> less(Measurement earlier) {
            return earlier instanceof Share other
                    ? Optional.of(newcombe(other).times(100))
                    : Optional.empty();
        }

        private double part() {
            return (double) count / people;
        }

        /** Wilson 1927, without correction for continuity. */
        private Interval wilson() {
            double square = Z * Z;
            double middle = 2 * count + square;
            double width = Z * Math.sqrt(square + 4.0 * count * (people - count) / people);
            double below = 2 * (people + square);
            return new Interval(
                    count == 0 ? 0 : (middle - width) / below,
                    count == people ? 1 : (middle + width) / below);
        }

        /** Newcombe 1998, method 10: a hybrid of both Wilson intervals. */
        private Interval newcombe(Share other) {
            Interval mine = wilson();
            Interval theirs = other.wilson();
            double difference = part() - other.part();
            return new Interval(
                    difference - Math.hypot(part() - mine.low(), theirs.high() - other.part()),
                    difference + Math.hypot(mine.high() - part(), other.part() - theirs.low()));
        }
    }

    /**
     * A mean over at least two people.
     *
     * @param deviation standard deviation of the single values
     */
    record Mean(double value, double deviation, int people) implements Measurement {

        public Mean {
            if (people < 2 || deviation < 0) {
                throw new IllegalArgumentException("%s over %d".formatted(deviation, people));
            }
        }

        static Mean together(List<Mean> all) {
            int people = all.stream().mapToInt(Mean::people).sum();
            double mean =
                    all.stream().mapToDouble(each -> each.people() * each.value()).sum() / people;
            double squares =
                    all.stream()
                            .mapToDouble(
                                    each ->
                                            (each.people() - 1) * Math.pow(each.deviation(), 2)
                                                    + each.people()
                                                            * Math.pow(each.value() - mean, 2))
                            .sum();
            return new Mean(mean, Math.sqrt(squares / (people - 1)), people);
        }

        @Override
        public Optional<Interval> interval() {
            double width = StudentT.upper(people - 1) * Math.sqrt(error());
            return Optional.of(new Interval(value - width, value + width));
        }

        /** Welch 1947. */
        @Override
        public Optional<Interval> less(Measurement earlier) {
            if (!(earlier instanceof Mean other)) {
                return Optional.empty();
            }
            double difference = value - other.value;
            double error = error() + other.error();
            if (error == 0) {
                return Optional.of(new Interval(difference, difference));
            }
            double freedom =
                    error
                            * error
                            / (Math.pow(error(), 2) / (people - 1)
                                    + Math.pow(other.error(), 2) / (other.people - 1));
            double width = StudentT.upper(freedom) * Math.sqrt(error);
            return Optional.of(new Interval(difference - width, difference + width));
        }

        private double error() {
            return deviation * deviation / people;
        }
    }
}
