package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer against the other workflows that could have been chosen. Who is blocked while somebody is
 * not takes no part: no weight brings it in.
 *
 * @param criteria ids of those that contributed
 */
record Race(Workflow winner, List<Rival> rivals, List<String> criteria) {

    /**
     * A workflow that could have been chosen.
     *
     * @param lead of the answer over it, in points
     * @param differences what each criterion adds to that lead
     * @param winsTies whether it goes before the answer where both score the same
     */
    @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, and never handed on
    record Rival(Workflow workflow, int lead, int[] differences, boolean winsTies) {}

    static Race of(List<Contribution> contributions, int[] tally) {
        Workflow winner = Tally.recommended(tally);
        boolean[] candidates = Tally.candidates(tally);
        List<Rival> rivals = new ArrayList<>();
        for (Workflow other : Workflow.values()) {
            if (other != winner && candidates[other.ordinal()]) {
                rivals.add(
                        new Rival(
                                other,
                                tally[Tally.points(winner)] - tally[Tally.points(other)],
                                contributions.stream()
                                        .mapToInt(each -> each.on(winner) - each.on(other))
                                        .toArray(),
                                other.compareTo(winner) < 0));
            }
        }
        return new Race(
                winner, rivals, contributions.stream().map(Contribution::criterion).toList());
    }
}
