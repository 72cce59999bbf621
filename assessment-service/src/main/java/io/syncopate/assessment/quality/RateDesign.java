package io.syncopate.assessment.quality;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.JourneyItem;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rates a design. The workflow is read from an answer; nothing of the rating goes back into it. */
public final class RateDesign {

    private static final String ENROLMENT = "design.enrolment";

    private RateDesign() {}

    public static DesignQuality of(Brief brief, Answer answer) {
        List<JourneyItem> journey = answer.journey();
        Workflow workflow = answer.recommended();
        var reading = new DesignReading(brief, journey);
        Map<Practice, Degree> degrees = new EnumMap<>(Practice.class);
        for (Practice practice : Practice.values()) {
            degrees.put(practice, reading.of(practice));
        }
        Optional<Population> population = population(brief, workflow);
        return new DesignQuality(
                workflow,
                Stream.of(Practice.values())
                        .filter(each -> each.isMustHaveIn(answer))
                        .collect(Collectors.toSet()),
                degrees,
                brief.is("content.complexity", "HIGH")
                        ? Optional.of(isBoth(journey))
                        : Optional.empty(),
                population,
                population.isPresent()
                        ? Optional.empty()
                        : Optional.of(unforeseen(brief, workflow)));
    }

    private static boolean isBoth(List<JourneyItem> journey) {
        return journey.stream().anyMatch(JourneyItem::live)
                && journey.stream().anyMatch(item -> !item.live());
    }

    /** What was measured of self-paced training says little of live training, and the other way round. */
    private static Optional<Population> population(Brief brief, Workflow workflow) {
        return brief.choice(ENROLMENT)
                .flatMap(
                        enrolment ->
                                switch (workflow) {
                                    case ASYNCHRONOUS -> selfPaced(enrolment);
                                    case SYNCHRONOUS -> live(enrolment);
                                    case BLENDED -> Optional.empty();
                                });
    }

    private static Optional<Population> selfPaced(String enrolment) {
        return List.of(
                        Population.OPEN_COURSES,
                        Population.VOLUNTARY_SELF_PACED,
                        Population.MANDATORY_SELF_PACED)
                .stream()
                .filter(each -> each.enrolment().equals(enrolment))
                .findFirst();
    }

    private static Optional<Population> live(String enrolment) {
        return Optional.of(Population.VOLUNTARY_LIVE)
                .filter(each -> each.enrolment().equals(enrolment));
    }

    private static Unforeseen unforeseen(Brief brief, Workflow workflow) {
        if (!brief.states(ENROLMENT)) {
            return new Unforeseen(
                    "Why people take part is not stated, so no figures are comparable.",
                    "brief." + ENROLMENT);
        }
        return new Unforeseen(
                switch (workflow) {
                    case BLENDED ->
                            "No completion figures are known for blended programmes; those of"
                                    + " self-paced ones would mislead.";
                    case SYNCHRONOUS, ASYNCHRONOUS ->
                            "No completion figures are known for a programme of this kind.";
                },
                "");
    }
}
