package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.Workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer warns of in its journey, with the remedies apart. */
public final class JourneyMistakes {

    private JourneyMistakes() {}

    /** By the key of the activity, in the order of the brief. */
    public static Map<String, List<Mistake>> ofActivities(
            Brief brief, ActivityKinds kinds, Workflow workflow) {
        return JourneyMap.mistakes(brief, kinds, workflow);
    }

    public static Optional<Mistake> ofWhole(Brief brief, List<JourneyItem> journey) {
        return JourneyWarnings.about(brief, journey);
    }
}
