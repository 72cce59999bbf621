package io.syncopate.assessment.brief;

import java.util.List;

/** The stated value of a fact. */
public sealed interface Value {

    record Flag(boolean value) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    record Choice(String value) implements Value {
        @Override
        public String toString() {
            return value;
        }
    }

    /** Whole or not; 26.0 and 26 are the same number and read the same. */
    record Amount(double value) implements Value {
        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("%s: expected a number".formatted(value));
            }
        }

        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    record Text(String value) implements Value {
        @Override
        public String toString() {
            return value;
        }
    }

    record Texts(List<String> values) implements Value {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return String.join(", ", values);
        }
    }
}
