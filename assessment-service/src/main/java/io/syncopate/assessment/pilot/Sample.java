package io.syncopate.assessment.pilot;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Who takes part in a pilot.
 *
 * @param drawn how they are chosen
 * @param strata the groups of the audience; of each dimension they add up to the sample
 * @param departure why it is not like the audience; empty where it is
 */
public record Sample(int size, String drawn, List<Stratum> strata, String departure) {

    /**
     * Some ten people find most of the serious problems: 5 to 10 in usability tests, 10 for four
     * fifths of the problems of an e-learning resource (Davids and others 2015).
     */
    public static final int USUAL_SIZE = 10;

    private static final int FEW = 5;
    private static final int MANY = 20;

    public Sample {
        strata = List.copyOf(strata);
    }

    /**
     * One that is like the audience, or says why not.
     *
     * @throws InvalidException when it does not add up, or departs from the audience without a reason
     */
    public static Sample checked(Sample sample) {
        List<Violation> wrong = new ArrayList<>(sample.repeated());
        for (Stratum.Dimension dimension : Stratum.Dimension.values()) {
            wrong.addAll(sample.doesNotAddUp(dimension));
        }
        if (wrong.isEmpty() && sample.departure.isBlank()) {
            wrong.addAll(sample.departing());
        }
        if (!wrong.isEmpty()) {
            throw new InvalidException(wrong);
        }
        return sample;
    }

    /** Where it is not like the audience, in words. */
    public List<String> departures() {
        return departing().stream()
                .map(
                        each ->
                                "%s: %s, a representative sample has %s"
                                        .formatted(
                                                each.field().substring("sample.strata.".length()),
                                                each.value().orElseThrow(),
                                                each.expected().orElseThrow()))
                .toList();
    }

    /** What is unusual about it. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (size < FEW) {
            notes.add(
                    "%d people leave serious problems unseen: some %d find most of them."
                            .formatted(size, USUAL_SIZE));
        }
        if (size > MANY) {
            notes.add(
                    "%d people are many for a pilot: 3 to %d are usual, and what goes wrong goes wrong for all of them."
                            .formatted(size, MANY));
        }
        if (strata.isEmpty()) {
            notes.add(
                    "Nothing says whether the sample is like the audience: state zones in the"
                            + " brief, or roles in the sample.");
        }
        return notes;
    }

    private List<Violation> repeated() {
        var seen = new HashSet<String>();
        return strata.stream()
                .filter(each -> !seen.add(each.dimension() + " " + each.value()))
                .map(each -> Violation.of("sample.strata.value", each.value(), "each group once"))
                .toList();
    }

    private List<Violation> doesNotAddUp(Stratum.Dimension dimension) {
        List<Stratum> groups = of(dimension);
        if (groups.isEmpty()) {
            return List.of();
        }
        var wrong = new ArrayList<Violation>();
        for (Stratum group : groups) {
            if (group.sampled() > group.audience()) {
                wrong.add(
                        Violation.of(
                                field(group),
                                group.sampled(),
                                "0 to %d, those in the audience".formatted(group.audience())));
            }
        }
        int sampled = groups.stream().mapToInt(Stratum::sampled).sum();
        if (sampled != size) {
            wrong.add(
                    Violation.of(
                            "sample.strata.sample_count",
                            sampled,
                            "%d over all of dimension %s, the size of the sample"
                                    .formatted(size, dimension)));
        }
        return wrong;
    }

    private List<Violation> departing() {
        return Arrays.stream(Stratum.Dimension.values())
                .flatMap(
                        dimension -> {
                            var shares = new Shares(of(dimension), size);
                            return shares.groups().stream()
                                    .filter(
                                            each ->
                                                    each.sampled() < shares.least(each)
                                                            || each.sampled() > shares.most(each))
                                    .map(
                                            each ->
                                                    Violation.of(
                                                            field(each),
                                                            each.sampled(),
                                                            expected(shares, each)));
                        })
                .toList();
    }

    private static String expected(Shares shares, Stratum group) {
        int least = shares.least(group);
        int most = shares.most(group);
        return least == most ? "%d".formatted(least) : "%d to %d".formatted(least, most);
    }

    private static String field(Stratum group) {
        return "sample.strata." + group.value();
    }

    private List<Stratum> of(Stratum.Dimension dimension) {
        return strata.stream().filter(each -> each.dimension() == dimension).toList();
    }
}
