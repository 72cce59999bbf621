package io.syncopate.assessment.lint;

import io.syncopate.assessment.quality.Degree;
import io.syncopate.assessment.quality.DesignQuality;
import io.syncopate.assessment.quality.Practice;
import io.syncopate.assessment.quality.RateDesign;

import java.util.Map;
import java.util.stream.Stream;

/** Practices of good design that are not there. When answers come is another check's. */
final class DesignCheck implements Check {

    @Override
    public Stream<Finding> in(Plan plan) {
        DesignQuality quality = RateDesign.of(plan.brief(), plan.answer());
        return quality.degrees().entrySet().stream()
                .filter(each -> each.getKey() != Practice.TIMELY_FEEDBACK)
                .filter(each -> isToBeMended(each.getValue(), isMustHave(quality, each)))
                .map(each -> finding(each.getKey(), each.getValue(), isMustHave(quality, each)));
    }

    private static boolean isMustHave(DesignQuality quality, Map.Entry<Practice, Degree> each) {
        return quality.mustHaves().contains(each.getKey());
    }

    private static boolean isToBeMended(Degree degree, boolean mustHave) {
        return switch (degree.state()) {
            case PRESENT -> false;
            case ABSENT -> true;
            case PARTIAL, NOT_STATED -> mustHave;
        };
    }

    private static Finding finding(Practice practice, Degree degree, boolean mustHave) {
        boolean missing = degree.state() == Degree.State.ABSENT;
        return new Finding(
                practice.id() + (missing ? "-missing" : degree.stated() ? "-partial" : "-unstated"),
                mustHave && missing ? Severity.WARNING : Severity.INFO,
                "brief." + practice.path(),
                "%s: %s".formatted(practice.title(), degree.evidence()),
                practice.remedy(),
                practice.source());
    }
}
