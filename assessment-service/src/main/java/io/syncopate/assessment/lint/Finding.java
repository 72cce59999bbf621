package io.syncopate.assessment.lint;

import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.scoring.Mistake;

import java.util.List;

/**
 * One thing to be mended.
 *
 * @param id stable
 * @param path where it is, in a programme: {@code brief.activities[2].mode}
 * @param text what is wrong and why that matters
 * @param remedy how to mend it
 */
public record Finding(
        String id, Severity severity, String path, String text, String remedy, Source source) {

    static Finding of(Mistake mistake, Severity severity, String path) {
        return new Finding(
                mistake.id(), severity, path, mistake.what(), mistake.remedy(), mistake.source());
    }

    static Source source(String rule, String passage) {
        return new Source(List.of(rule), passage);
    }
}
