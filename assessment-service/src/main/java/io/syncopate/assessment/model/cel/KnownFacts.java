package io.syncopate.assessment.model.cel;

import com.google.protobuf.Descriptors.FieldDescriptor;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Otherwise;
import io.syncopate.assessment.model.Situation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A situation as numbers: for each flag and choice which of its values is stated, 0 for none; for
 * each number what it is, NaN for none.
 */
final class KnownFacts {

    private static final int UNSTATED = 0;
    private static final List<Fact> FINITE =
            Facts.ALL.stream().filter(KnownFacts::isFinite).toList();
    private static final List<Fact> NUMBERS =
            Facts.ALL.stream().filter(fact -> fact.kind() == Fact.Kind.NUMBER).toList();

    /** By path: the place of a flag or choice in the one row, of a number in the other. */
    private static final Map<String, Integer> PLACES = new HashMap<>();

    /** By place of a number: whether an expression sees only its whole part. */
    private static final boolean[] WHOLE = new boolean[NUMBERS.size()];

    static {
        for (int place = 0; place < FINITE.size(); place++) {
            PLACES.put(FINITE.get(place).path(), place);
        }
        for (int place = 0; place < NUMBERS.size(); place++) {
            Fact fact = NUMBERS.get(place);
            PLACES.put(fact.path(), place);
            WHOLE[place] =
                    BriefMessage.fields(fact).getLast().getJavaType()
                            == FieldDescriptor.JavaType.INT;
        }
        for (Derived derived : Derived.values()) {
            PLACES.put(derived.path(), place(derived));
        }
    }

    private final int[] digits;
    private final double[] numbers;

    private KnownFacts(int[] digits, double[] numbers) {
        this.digits = digits;
        this.numbers = numbers;
    }

    static KnownFacts of(Situation situation) {
        double[] numbers = new double[NUMBERS.size() + Derived.values().length];
        Arrays.fill(numbers, Double.NaN);
        var facts = new KnownFacts(new int[FINITE.size()], numbers);
        facts.state(situation.brief().stated(), situation.derived());
        return facts;
    }

    /** The same but for what is otherwise. */
    KnownFacts with(Otherwise otherwise) {
        var changed = new KnownFacts(digits.clone(), numbers.clone());
        changed.state(otherwise.stated(), otherwise.derived());
        return changed;
    }

    private void state(Map<Fact, Value> stated, Map<Derived, Double> derived) {
        stated.forEach(this::state);
        derived.forEach((fact, value) -> numbers[place(fact)] = value);
    }

    private void state(Fact fact, Value value) {
        Integer place = PLACES.get(fact.path());
        if (place == null) {
            return;
        }
        switch (value) {
            case Value.Flag(boolean holds) -> digits[place] = holds ? 2 : 1;
            case Value.Choice(String choice) -> digits[place] = fact.values().indexOf(choice) + 1;
            case Value.Amount(double number) ->
                    numbers[place] = WHOLE[place] ? (int) number : number;
            case Value.Text text -> {}
            case Value.Texts texts -> {}
        }
    }

    /** What tells the values of one fact apart. */
    sealed interface Column {

        /** How many digits there are. */
        int radix();

        int digit(KnownFacts facts);
    }

    /** Every value of a flag or choice. */
    private record Values(int place, int radix) implements Column {
        @Override
        public int digit(KnownFacts facts) {
            return facts.digits[place];
        }
    }

    /** Each of some values of a number, and what lies below, between and above them. */
    private record Spans(int place, double[] cuts) implements Column {
        @Override
        public int radix() {
            return 2 * cuts.length + 2;
        }

        @Override
        public int digit(KnownFacts facts) {
            double number = facts.numbers[place];
            if (Double.isNaN(number)) {
                return UNSTATED;
            }
            int below = 0;
            while (below < cuts.length && cuts[below] < number) {
                below++;
            }
            boolean onIt = below < cuts.length && cuts[below] == number;
            return 1 + 2 * below + (onIt ? 1 : 0);
        }
    }

    static boolean isFinite(String path) {
        return Facts.has(path) && isFinite(Facts.at(path));
    }

    private static boolean isFinite(Fact fact) {
        return fact.kind() == Fact.Kind.FLAG || fact.kind() == Fact.Kind.CHOICE;
    }

    /** Of a flag or choice. */
    static Column values(String path) {
        Fact fact = Facts.at(path);
        return new Values(
                place(path), fact.kind() == Fact.Kind.FLAG ? 3 : fact.values().size() + 1);
    }

    /**
     * Of a number.
     *
     * @param cuts in ascending order
     */
    static Column spans(String path, double[] cuts) {
        return new Spans(place(path), cuts);
    }

    private static int place(String path) {
        Integer place = PLACES.get(path);
        if (place == null) {
            throw new IllegalArgumentException(path + " has no few values and is no number");
        }
        return place;
    }

    private static int place(Derived derived) {
        return NUMBERS.size() + derived.ordinal();
    }
}
