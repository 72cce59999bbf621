package io.syncopate.assessment.pilot;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that a pilot showed.
 *
 * @param key names it within the pilot
 */
public record Finding(
        String key, Feedback.Kind kind, Effect effect, String text, Optional<Decision> decision) {

    public enum Effect {
        ADVERSE,
        NEUTRAL,
        FAVOURABLE
    }

    /** What is done about it. */
    public enum Action {
        CHANGE_WORKFLOW,
        CHANGE_CONTENT,
        CHANGE_FACILITATION,
        CHANGE_TECHNOLOGY,
        KEEP
    }

    public record Decision(Action action, String reason) {}

    static Finding of(Feedback low) {
        return new Finding(
                "low-" + low.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                low.kind(),
                Effect.ADVERSE,
                "Rated %s of 5 by %d people. %s"
                        .formatted(low.rating(), low.respondents(), low.comment())
                        .strip(),
                Optional.empty());
    }

    boolean undecided() {
        return effect == Effect.ADVERSE && decision.isEmpty();
    }

    boolean asksFor(Action action) {
        return decision.filter(each -> each.action() == action).isPresent();
    }
}
