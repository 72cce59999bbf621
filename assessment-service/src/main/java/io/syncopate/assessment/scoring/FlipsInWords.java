package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sets of changed facts, told so that whoever states the facts can judge them. */
final class FlipsInWords {

    private FlipsInWords() {}

    static Flip of(Nearest.Set set, List<Lever> levers) {
        var changes = new ArrayList<Flip.ChangedFact>();
        for (int i = 0; i < set.levers().size(); i++) {
            Lever lever = levers.get(set.levers().get(i));
            changes.add(
                    new Flip.ChangedFact(
                            lever.path(),
                            lever.question(),
                            lever.from(),
                            lever.rungs().get(set.rungs().get(i)).to()));
        }
        return new Flip(changes, set.becomes(), text(changes, set.becomes()));
    }

    private static String text(List<Flip.ChangedFact> changes, Workflow becomes) {
        return "If %s, %s would be recommended."
                .formatted(
                        changes.stream()
                                .map(FlipsInWords::text)
                                .collect(Collectors.joining(" and ")),
                        becomes.name().toLowerCase(Locale.ROOT));
    }

    private static String text(Flip.ChangedFact change) {
        String name = change.path().replace('.', ' ').replace('_', ' ');
        return change.from()
                .map(from -> "'%s' were %s instead of %s".formatted(name, change.to(), from))
                .orElseGet(() -> "'%s', which is not stated, were %s".formatted(name, change.to()));
    }
}
