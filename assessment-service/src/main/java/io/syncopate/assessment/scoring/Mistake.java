package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Source;

import java.util.List;

/**
 * Something to be mended in a plan; it changes no score.
 *
 * @param what is wrong and why that matters, as a sentence
 * @param remedy how to mend it, as a sentence
 */
public record Mistake(String id, String what, String remedy, Source source) {

    /** The same as a warning of an answer. */
    Point point() {
        return new Point(id, what + " " + remedy, List.of(), source);
    }
}
