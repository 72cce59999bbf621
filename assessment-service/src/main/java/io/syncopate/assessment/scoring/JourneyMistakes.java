package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.Workflow;

import java.util.List;
import java.util.Map;

/** What an answer warns of in its journey, with the remedies apart. */
public final class JourneyMistakes {

    private JourneyMistakes() {}

    /** By the key of the activity, in the order in which learners meet them. */
    public static Map<String, List<Mistake>> ofActivities(
            Brief brief, ActivityKinds kinds, Workflow workflow) {
        return JourneyMap.mistakes(brief, kinds, workflow);
    }

    public static List<Mistake> ofWhole(Brief brief, Journey way) {
        return JourneyWarnings.about(brief, way);
    }
}
