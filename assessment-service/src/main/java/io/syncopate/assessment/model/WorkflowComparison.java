package io.syncopate.assessment.model;

import java.util.List;

/** The three workflows in the guide's seven aspects. */
public record WorkflowComparison(List<Aspect> aspects) {

    public WorkflowComparison {
        aspects = List.copyOf(aspects);
    }
}
