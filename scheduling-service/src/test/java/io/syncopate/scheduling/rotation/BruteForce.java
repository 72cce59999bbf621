package io.syncopate.scheduling.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Tries every combination of slots, written from the definition alone: nothing is collapsed. */
final class BruteForce {

    /** Burdens worst-off first, then the weighted total, then the sum of start minutes. */
    record Answer(List<Long> burdens, long total, long startMinutes) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            for (int i = 0; i < burdens.size(); i++) {
                if (!burdens.get(i).equals(other.burdens.get(i))) {
                    return Long.compare(burdens.get(i), other.burdens.get(i));
                }
            }
            return total != other.total
                    ? Long.compare(total, other.total)
                    : Long.compare(startMinutes, other.startMinutes);
        }
    }

    private BruteForce() {}

    static Answer best(RotationProblem problem) {
        List<SessionCosts> sessions = SessionCosts.of(problem);
        return best(problem, sessions, 0, new long[problem.groups().size()], 0);
    }

    private static Answer best(
            RotationProblem problem,
            List<SessionCosts> sessions,
            int index,
            long[] burdens,
            long startMinutes) {
        if (index == sessions.size()) {
            return answer(problem, burdens, startMinutes);
        }
        CostTable table = sessions.get(index).table();
        boolean acceptable = false;
        for (int slot = 0; slot < table.slots(); slot++) {
            acceptable |= table.isAcceptable(slot);
        }
        var answers = new ArrayList<Answer>();
        for (int slot = 0; slot < table.slots(); slot++) {
            if (!acceptable || table.isAcceptable(slot)) {
                long[] sums = burdens.clone();
                for (int g = 0; g < sums.length; g++) {
                    sums[g] += table.points(slot)[g];
                }
                answers.add(
                        best(
                                problem,
                                sessions,
                                index + 1,
                                sums,
                                startMinutes + table.startMinute(slot)));
            }
        }
        return Collections.min(answers);
    }

    static Answer answer(RotationProblem problem, long[] burdens, long startMinutes) {
        long total = 0;
        for (int g = 0; g < burdens.length; g++) {
            total += problem.groups().get(g).headCount() * burdens[g];
        }
        List<Long> descending =
                Arrays.stream(burdens).boxed().sorted(Collections.reverseOrder()).toList();
        return new Answer(descending, total, startMinutes);
    }
}
