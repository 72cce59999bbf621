package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;

import io.grpc.Status;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CauseFinding;
import io.syncopate.proto.assessment.v1.CauseFinding.Cause;
import io.syncopate.proto.assessment.v1.CauseFinding.Likelihood;
import io.syncopate.proto.assessment.v1.CreateOutcomeRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.Flexibility;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.GetReviewRequest;
import io.syncopate.proto.assessment.v1.History;
import io.syncopate.proto.assessment.v1.ImportOutcomesRequest;
import io.syncopate.proto.assessment.v1.ImportOutcomesResponse;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesRequest;
import io.syncopate.proto.assessment.v1.MetricComparison;
import io.syncopate.proto.assessment.v1.MetricComparison.Change;
import io.syncopate.proto.assessment.v1.MetricComparison.Verdict;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.RecordReviewRequest;
import io.syncopate.proto.assessment.v1.Review;
import io.syncopate.proto.assessment.v1.SuccessMetric;
import io.syncopate.proto.assessment.v1.SuccessMetric.Metric;
import io.syncopate.proto.assessment.v1.SwitchWorkflowRequest;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What the guide wants of a programme once it runs. */
class GuideReviewTest {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-054")
    void aLaunchSchedulesAReviewWhichIsHeldAndScheduledAnew() {
        String program = running(course());
        Program launched = get(program);
        assertThat(launched.getReview().getDueDate())
                .as("six weekly labs from 9 March, and four weeks of work after them")
                .isEqualTo("2026-05-11");
        Refusals.assertReason(
                () -> review(program), Status.Code.FAILED_PRECONDITION, "NOTHING_TO_REVIEW");
        Outcome outcome = record(program, run("spring", 40, 30));
        assertThat(get(program).getState()).isEqualTo(Program.State.RUNNING);

        RecordReviewRequest held =
                RecordReviewRequest.newBuilder()
                        .setName(program)
                        .setConclusion("Shorter labs")
                        .setRequestId("review-1")
                        .build();
        Program reviewed = server.reviews().recordReview(held);
        assertThat(reviewed.getState()).isEqualTo(Program.State.REVIEWED);
        assertThat(reviewed.getReview().getLastOutcome()).isEqualTo(outcome.getName());
        assertThat(reviewed.getReview().getConclusion()).isEqualTo("Shorter labs");
        assertThat(reviewed.getReview().getDueDate()).isEqualTo("2026-05-25");
        assertThat(server.reviews().recordReview(held)).isEqualTo(reviewed);
        Refusals.assertViolation(
                () ->
                        server.reviews()
                                .recordReview(
                                        held.toBuilder()
                                                .setRequestId("")
                                                .setNextDate("2026-03-02")
                                                .build()),
                "next_date");
        assertThat(record(program, run("autumn", 40, 30)).getName()).isNotEmpty();
    }

    @Test
    @Rule("L-071")
    void aRunIsComparedWithTargetBaselineAndEarlierRunsAsFarAsItsNumbersCarry() {
        String program = running(course());
        record(program, run("first", 20, 8).setEndDate("2026-03-20"));
        record(program, run("second", 60, 30).setEndDate("2026-03-27"));
        record(program, run("third", 80, 66));

        Review review = review(program);
        assertThat(review.getEarlierOutcomesCount()).isEqualTo(2);
        MetricComparison completion = review.getComparisons(0);
        assertThat(completion.getValue()).isEqualTo(82.5);
        assertThat(completion.getInterval().getLow()).isCloseTo(72.74, within(0.01));
        assertThat(completion.getInterval().getHigh()).isCloseTo(89.28, within(0.01));
        assertThat(completion.getVerdict())
                .as("80 lies within: met, and it may be chance")
                .isEqualTo(Verdict.MET_UNSURE);
        assertThat(completion.getBaselineDifference()).isEqualTo(21.0);
        assertThat(completion.getBaselineChange()).isEqualTo(Change.BETTER);
        assertThat(completion.getEarlier().getValue()).isEqualTo(47.5);
        assertThat(completion.getEarlier().getRuns()).isEqualTo(2);
        assertThat(completion.getEarlier().getDifference()).isEqualTo(35.0);
        assertThat(completion.getEarlier().getChange()).isEqualTo(Change.BETTER);
        assertThat(review.getDiagnosisList()).isEmpty();
    }

    @Test
    @Rule("L-071")
    void fewPeopleProveLittle() {
        String few = running(course());
        record(few, run("few", 5, 3));
        assertThat(review(few).getComparisons(0).getVerdict()).isEqualTo(Verdict.MISSED_UNSURE);
        String many = running(course());
        record(many, run("many", 500, 300));
        assertThat(review(many).getComparisons(0).getVerdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    @Rule("L-071")
    void meansAreAsSureAsTheirSpreadAndPeopleMakeThem() {
        String program =
                running(
                        Preparations.course(brief())
                                .addSuccessMetrics(metric(Metric.SATISFACTION, 4, "points"))
                                .addSuccessMetrics(metric(Metric.TIME_TO_PROFICIENCY, 30, "days"))
                                .addSuccessMetrics(metric(Metric.APPLICATION, 60, "percent")));
        record(
                program,
                run("spring", 40, 40)
                        .setSatisfaction(4.4)
                        .setSatisfactionCount(31)
                        .setSatisfactionDeviation(0.5)
                        .setTimeToProficiencyDays(41));
        List<MetricComparison> all = review(program).getComparisonsList();
        assertThat(all.get(1).getVerdict()).isEqualTo(Verdict.MET);
        assertThat(all.get(1).getInterval().getLow())
                .as("4.4 - 2.042 * 0.5 / sqrt(31)")
                .isCloseTo(4.2166, within(0.0005));
        assertThat(all.get(2).getVerdict()).isEqualTo(Verdict.MISSED_UNSURE);
        assertThat(all.get(2).hasInterval()).isFalse();
        assertThat(all.get(2).getNotesList()).isNotEmpty();
        assertThat(all.get(3).getVerdict()).isEqualTo(Verdict.NOT_MEASURED);
    }

    @Test
    @Rule("L-071")
    void aMissedGoalOpensADiagnosisOverTheFourCauses() {
        String program = running(course());
        record(program, run("spring", 100, 40));
        assertThat(review(program).getDiagnosisList())
                .as("nothing was measured")
                .hasSize(4)
                .allMatch(each -> each.getLikelihood() == Likelihood.UNKNOWN)
                .allMatch(each -> each.getToMeasureCount() > 0);
        assertThat(likely(outcome -> outcome.getSignalsBuilder().setMixRating(2.5)))
                .isEqualTo(Cause.WORKFLOW);
        assertThat(likely(outcome -> outcome.getSignalsBuilder().setLiveAttendancePercent(40)))
                .isEqualTo(Cause.WORKFLOW);
        assertThat(likely(outcome -> outcome.getSignalsBuilder().setContentRating(2)))
                .isEqualTo(Cause.CONTENT);
        assertThat(likely(outcome -> outcome.getSignalsBuilder().setFeedbackDays(10)))
                .isEqualTo(Cause.FACILITATION);
        assertThat(likely(outcome -> outcome.getSignalsBuilder().setTechnicalProblemPercent(30)))
                .isEqualTo(Cause.TECHNOLOGY);
    }

    @Test
    @Rule("L-071")
    void whoFinishesWithoutLearningPointsToTheContent() {
        String program =
                running(
                        Preparations.course(brief())
                                .addSuccessMetrics(metric(Metric.ASSESSMENT_SCORE, 80, "percent")));
        record(
                program,
                run("spring", 100, 98)
                        .setAssessmentScore(55)
                        .setSignals(Outcome.Signals.newBuilder().setFacilitationRating(4.5)));
        Review review = review(program);
        assertThat(review.getDiagnosis(0).getCause()).isEqualTo(Cause.CONTENT);
        assertThat(review.getDiagnosis(0).getAdvice()).isNotEmpty();
        assertThat(review.getDiagnosis(3).getCause()).isEqualTo(Cause.FACILITATION);
        assertThat(review.getDiagnosis(3).getLikelihood()).isEqualTo(Likelihood.UNLIKELY);
        assertThat(review.getAdviceList()).contains(review.getDiagnosis(0).getAdvice());
    }

    @Test
    @Rule("L-054")
    void outcomesOfManyCohortsComeAsAFile() {
        String program = running(course());
        String file =
                """
                cohort;start_date;end_date;enrolled;completed;satisfaction;signals.content_rating
                north;2026-03-09;2026-05-29;40;30;4.5;3.5
                "south; late";2026-03-16;2026-05-29;12;12;;
                """;
        ImportOutcomesResponse imported = imported(program, file);
        assertThat(imported.getOutcomesCount()).isEqualTo(2);
        assertThat(imported.getKnown()).isZero();
        List<Outcome> outcomes = outcomes(program);
        assertThat(outcomes)
                .extracting(Outcome::getName)
                .containsExactlyInAnyOrderElementsOf(imported.getOutcomesList());
        Outcome south =
                outcomes.stream()
                        .filter(each -> each.getCohort().equals("south; late"))
                        .findFirst()
                        .orElseThrow();
        assertThat(south.hasSatisfaction()).isFalse();
        assertThat(south.hasSignals()).isFalse();
        assertThat(south.getCompletionPercent()).isEqualTo(100);

        assertThat(imported(program, file).getKnown()).isEqualTo(2);
        String more = file + "west;2026-03-16;2026-05-29;12;3;;\n";
        assertThat(imported(program, more).getKnown()).isEqualTo(2);
        assertThat(outcomes(program)).hasSize(3);
        Refusals.assertReason(
                () -> imported(program, file.replace("40;30", "40;31")),
                Status.Code.FAILED_PRECONDITION,
                "OUTCOME_DIFFERS");
    }

    @Test
    void aFileWithARowThatIsRefusedIsRefusedAsAWhole() {
        String program = running(course());
        String header = "cohort,start_date,end_date,enrolled,completed\n";
        String good = "north,2026-03-09,2026-05-29,40,30\n";
        for (var wrong :
                List.of(
                        List.of(
                                header + good + "x,2026-03-09,2026-05-29,forty,30\n",
                                "rows[2].enrolled"),
                        List.of(
                                header + good + "x,2026-03-09,2026-05-29,0,0\n",
                                "rows[2].enrolled"),
                        List.of(
                                header + good + "x,2026-02-30,2026-05-29,4,0\n",
                                "rows[2].start_date"),
                        List.of(header + good + "x,2026-03-09,2026-05-29,4\n", "rows[2]."),
                        List.of(header + good + good, "rows[2].cohort"),
                        List.of(header, "content"),
                        List.of("", "content"),
                        List.of("cohort,etag\nx,y\n", "columns[1]"),
                        List.of("cohort,create_time.seconds\nx,1\n", "columns[1]"))) {
            Refusals.assertViolation(() -> imported(program, wrong.get(0)), wrong.get(1));
        }
        Refusals.assertViolation(() -> imported(program, header + good.repeat(501)), "content");
        Refusals.assertViolation(
                () ->
                        server.outcomes()
                                .importOutcomes(
                                        ImportOutcomesRequest.newBuilder()
                                                .setParent(program)
                                                .setContent(
                                                        HttpBody.newBuilder()
                                                                .setContentType("text/plain")
                                                                .setData(
                                                                        ByteString.copyFromUtf8(
                                                                                header + good)))
                                                .build()),
                "content_type");
        assertThat(outcomes(program)).isEmpty();
    }

    @Test
    @Rule({"L-066", "L-067"})
    void aSwitchInTheMiddleIsExplainedAndSaysHowDisruptiveItIs() {
        String program = running(course());
        String other = assessed(program);
        Program switched = server.reviews().switchWorkflow(switching(program, other).build());
        assertThat(switched.getAcceptedAssessment()).isEqualTo(other);
        assertThat(switched.getSwitches(0).getReason()).isEqualTo("Nobody comes on Mondays");
        assertThat(switched.getSwitches(0).getDisruptionList())
                .anyMatch(told -> told.contains("neither spare weeks"));
        assertThat(record(program, run("spring", 40, 30)).getAssessment()).isEqualTo(other);

        String prepared =
                running(
                        Preparations.course(brief())
                                .setFlexibility(
                                        Flexibility.newBuilder()
                                                .setBufferWeeks(2)
                                                .setModular(true)));
        assertThat(
                        server.reviews()
                                .switchWorkflow(switching(prepared, assessed(prepared)).build())
                                .getSwitches(0)
                                .getDisruptionList())
                .anyMatch(told -> told.contains("2 spare weeks"))
                .anyMatch(told -> told.contains("given either way"))
                .noneMatch(told -> told.contains("neither spare weeks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "communication", "deadlines", "interaction"})
    @Rule("L-067")
    void aSwitchThatIsNotExplainedIsRefused(String left) {
        String program = running(course());
        var request = switching(program, assessed(program));
        request.clearField(SwitchWorkflowRequest.getDescriptor().findFieldByName(left));
        Refusals.assertViolation(() -> server.reviews().switchWorkflow(request.build()), left);
        assertThat(get(program).getSwitchesList()).isEmpty();
    }

    @Test
    @Rule("L-068")
    void aSecondSwitchIsRefused() {
        String program = running(course());
        SwitchWorkflowRequest first =
                switching(program, assessed(program)).setRequestId("switch-1").build();
        Program switched = server.reviews().switchWorkflow(first);
        assertThat(server.reviews().switchWorkflow(first)).isEqualTo(switched);
        Refusals.assertReason(
                () ->
                        server.reviews()
                                .switchWorkflow(switching(program, assessed(program)).build()),
                Status.Code.FAILED_PRECONDITION,
                "WORKFLOW_SWITCHED_ALREADY");

        String told = running(course());
        var _ =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(
                                                Program.newBuilder()
                                                        .setName(told)
                                                        .setBrief(
                                                                brief().toBuilder()
                                                                        .setHistory(
                                                                                History.newBuilder()
                                                                                        .setPriorSwitches(
                                                                                                1))))
                                        .build());
        Refusals.assertReason(
                () -> server.reviews().switchWorkflow(switching(told, assessed(told)).build()),
                Status.Code.FAILED_PRECONDITION,
                "WORKFLOW_SWITCHED_ALREADY");
    }

    @Test
    void onlyWhatRunsIsSwitchedAndOnlyToSomethingElse() {
        String program = running(course());
        Refusals.assertViolation(
                () ->
                        server.reviews()
                                .switchWorkflow(
                                        switching(program, get(program).getAcceptedAssessment())
                                                .build()),
                "assessment");
        Refusals.assertReason(
                () ->
                        server.reviews()
                                .switchWorkflow(
                                        switching(program, assessed(running(course()))).build()),
                Status.Code.INVALID_ARGUMENT,
                "ASSESSMENT_OF_OTHER_PROGRAM");
        String draft = create(course()).getName();
        Refusals.assertReason(
                () -> server.reviews().switchWorkflow(switching(draft, assessed(draft)).build()),
                Status.Code.FAILED_PRECONDITION,
                "NOT_LAUNCHED");
    }

    private Cause likely(java.util.function.Consumer<Outcome.Builder> sign) {
        String program = running(course());
        Outcome.Builder outcome = run("spring", 100, 40);
        sign.accept(outcome);
        record(program, outcome);
        CauseFinding first = review(program).getDiagnosis(0);
        assertThat(first.getLikelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(first.getSignsList()).hasSize(1);
        return first.getCause();
    }

    private static SuccessMetric.Builder metric(Metric metric, double target, String unit) {
        return SuccessMetric.newBuilder()
                .setMetric(metric)
                .setTarget(target)
                .setUnit(unit)
                .setBaseline(target);
    }

    private static SwitchWorkflowRequest.Builder switching(String program, String assessment) {
        return SwitchWorkflowRequest.newBuilder()
                .setName(program)
                .setAssessment(assessment)
                .setReason("Nobody comes on Mondays")
                .setCommunication("By mail today, and in the next lab")
                .setDeadlines("Hand-ins a week later")
                .setInteraction("Questions in the forum");
    }

    private static Outcome.Builder run(String cohort, int enrolled, int completed) {
        return Outcome.newBuilder()
                .setCohort(cohort)
                .setStartDate("2026-03-09")
                .setEndDate("2026-05-29")
                .setEnrolled(enrolled)
                .setCompleted(completed);
    }

    private static Brief brief() {
        return Brief.newBuilder()
                .setObjective(
                        Objective.newBuilder()
                                .setType(Objective.Type.SKILL)
                                .setStatement("Plan a project"))
                .addActivities(
                        Activity.newBuilder()
                                .setKey("lectures")
                                .setText("Recorded lectures")
                                .setMode(Activity.Mode.SELF_PACED))
                .addActivities(
                        Activity.newBuilder()
                                .setKey("lab")
                                .setText("Live lab")
                                .setMode(Activity.Mode.LIVE)
                                .setRepeat(Activity.Repeat.newBuilder().setCount(6)))
                .build();
    }

    private static Program.Builder course() {
        return Preparations.course(brief());
    }

    private Program create(Program.Builder program) {
        return server.programs()
                .createProgram(CreateProgramRequest.newBuilder().setProgram(program).build());
    }

    private String running(Program.Builder program) {
        String name = create(program).getName();
        var _ =
                server.programs()
                        .acceptAssessment(
                                AcceptAssessmentRequest.newBuilder()
                                        .setName(name)
                                        .setAssessment(assessed(name))
                                        .build());
        Preparations.pilot(server, Callers.ann(), name);
        var _ =
                server.programs()
                        .launchProgram(
                                LaunchProgramRequest.newBuilder()
                                        .setName(name)
                                        .setStartDate("2026-03-09")
                                        .build());
        server.takeDueLaunches();
        return name;
    }

    private String assessed(String program) {
        return server.programs()
                .assessProgram(AssessProgramRequest.newBuilder().setName(program).build())
                .getName();
    }

    private Program get(String program) {
        return server.programs()
                .getProgram(GetProgramRequest.newBuilder().setName(program).build());
    }

    private Review review(String program) {
        return server.reviews().getReview(GetReviewRequest.newBuilder().setName(program).build());
    }

    private Outcome record(String program, Outcome.Builder outcome) {
        return server.outcomes()
                .createOutcome(
                        CreateOutcomeRequest.newBuilder()
                                .setParent(program)
                                .setOutcome(outcome)
                                .build());
    }

    private ImportOutcomesResponse imported(String program, String file) {
        return server.outcomes()
                .importOutcomes(
                        ImportOutcomesRequest.newBuilder()
                                .setParent(program)
                                .setContent(
                                        HttpBody.newBuilder()
                                                .setContentType("text/csv; charset=utf-8")
                                                .setData(ByteString.copyFromUtf8(file)))
                                .build());
    }

    private List<Outcome> outcomes(String program) {
        return server.outcomes()
                .listOutcomes(ListOutcomesRequest.newBuilder().setParent(program).build())
                .getOutcomesList();
    }
}
