package io.syncopate.assessment.lint;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.JourneyItem;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is looked through.
 *
 * @param metrics empty where there is no programme that could have any
 * @param answer of the model to the brief
 */
record Plan(
        Brief brief, Optional<List<SuccessMetric>> metrics, DecisionModel model, Answer answer) {

    Plan {
        metrics = metrics.map(List::copyOf);
    }

    Workflow workflow() {
        return answer.recommended();
    }

    /** Without activities, as the workflow has it. */
    boolean hasLive() {
        return answer.journey().isEmpty()
                ? workflow() != Workflow.ASYNCHRONOUS
                : answer.journey().stream().anyMatch(JourneyItem::live);
    }

    /** Without activities, as the workflow has it. */
    boolean hasSelfPaced() {
        return answer.journey().isEmpty()
                ? workflow() != Workflow.SYNCHRONOUS
                : answer.journey().stream().anyMatch(item -> !item.live());
    }

    boolean flag(String path) {
        return brief.flag(path).orElse(false);
    }

    /** {@code brief.activities[2]} for the key of the third one. */
    String pathOf(String activity) {
        int index =
                IntStream.range(0, brief.activities().size())
                        .filter(i -> brief.activities().get(i).key().equals(activity))
                        .findFirst()
                        .orElseThrow();
        return "brief.activities[%d]".formatted(index);
    }
}
