package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.assessment.pilot.Feedback;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.SampleWish;
import io.syncopate.assessment.program.SuccessMetric.Baseline;
import io.syncopate.kernel.Command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What has to be there before a launch. */
public final class Prepared {

    public static final SuccessMetric COMPLETION =
            new SuccessMetric(
                    SuccessMetric.Metric.COMPLETION,
                    80,
                    "percent",
                    Optional.of(new Baseline(61.5, Baseline.Kind.EARLIER_RUN, "2025")));

    public static final LearnerInformation TOLD =
            new LearnerInformation("On the platform.", "Within two days.", "");

    private static final LocalDate PILOT = LocalDate.of(2026, 2, 2);

    private Prepared() {}

    public static Description course(Brief brief) {
        return new Description("Course", brief, List.of(COMPLETION), TOLD, Flexibility.NONE);
    }

    /** Tried for two weeks and finished well before the programme starts. */
    public static Pilot pilot(String assessment, Brief brief) {
        return Pilot.planned(assessment, PILOT, Pilot.USUAL_DAYS, sample().of(brief))
                .recorded(feedback(), List.of())
                .finished(
                        PILOT.plusDays(20),
                        PILOT.plusDays(20).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
    }

    static Progress tried(String assessment, Brief brief) {
        return new Progress(
                Optional.of(pilot(assessment, brief)),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same by the use cases. */
    public static void pilot(Programs programs, String id, Function<String, Command> commands) {
        var pilots = new HoldPilot(programs);
        pilots.plan(
                commands.apply("plan"),
                id,
                new HoldPilot.Plan(PILOT, Optional.empty(), sample()),
                "");
        pilots.record(commands.apply("record"), id, feedback(), List.of(), "");
        pilots.finish(commands.apply("finish"), id, "");
    }

    public static SampleWish sample() {
        return new SampleWish(OptionalInt.empty(), "volunteers", List.of(), "");
    }

    private static List<Feedback> feedback() {
        return Arrays.stream(Feedback.Kind.values())
                .map(kind -> new Feedback(kind, 4.2, 1, "fine"))
                .toList();
    }
}
