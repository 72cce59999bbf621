package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Source;

import java.util.List;

/** A statement of advice; {@code answers} names the statements that it is an answer to. */
public record Point(String id, String text, List<String> answers, Source source) {

    public Point {
        answers = List.copyOf(answers);
    }

    static Point of(Advice advice) {
        return new Point(advice.id(), advice.text(), advice.answers(), advice.source());
    }
}
