package io.syncopate.e2e.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which version of what each write has made, by the event log: events carry the key of their request.
 * A replayed answer does not tell it, because it shows the thing as it is by then.
 */
final class MadeVersions {

    private final Map<Made, List<Long>> versions = new HashMap<>();

    private record Made(String key, String name) {}

    MadeVersions(List<LoggedEvent> log) {
        for (LoggedEvent each : log) {
            versions.computeIfAbsent(new Made(each.key(), each.aggregate()), _ -> new ArrayList<>())
                    .add(each.version());
        }
    }

    /** Writes that made no version, or several, or another one than was answered; a line each. */
    List<String> violations(List<Acknowledged> acknowledged) {
        List<String> violations = new ArrayList<>();
        for (Acknowledged each : acknowledged) {
            if (!each.write().type().isLogged()) {
                continue;
            }
            List<Long> made = of(each);
            if (made.size() != 1) {
                violations.add(
                        "%s made the versions %s of %s"
                                .formatted(each.write().key(), made, each.name()));
            } else if (isOtherThanAnswered(each, made.getFirst())) {
                violations.add(
                        "%s made version %d of %s and was answered version %d"
                                .formatted(
                                        each.write().key(),
                                        made.getFirst(),
                                        each.name(),
                                        each.version()));
            }
        }
        return violations;
    }

    /** With its own version in place of the one that its answer shows. */
    Acknowledged placed(Acknowledged answer) {
        List<Long> made = of(answer);
        return answer.version() == 0 || made.isEmpty() ? answer : answer.madeAt(made.getLast());
    }

    private List<Long> of(Acknowledged answer) {
        return versions.getOrDefault(new Made(answer.write().key(), answer.name()), List.of());
    }

    private static boolean isOtherThanAnswered(Acknowledged answer, long made) {
        if (answer.version() == 0) {
            return false;
        }
        return answer.replay() ? made > answer.version() : made != answer.version();
    }
}
