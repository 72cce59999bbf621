package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** The seven scenarios of the guides, each loaded as it stands in {@code examples/}. */
public abstract class Scenarios {

    private static final List<String> CHAIN =
            List.of("brief", "copy", "design", "review", "approve", "distribute");

    private final Api api;

    protected Scenarios(Api api) {
        this.api = api;
    }

    @Test
    @Rule("L-059")
    void complianceTrainingIsSelfPacedAndItsLaunchMakesNoSeries() {
        var job = new MainJob(api);
        JsonNode program = launched(job, "learning/compliance-training.json", "ASYNCHRONOUS");
        assertThat(job.assets(MainJob.made(program, "CAMPAIGN"))).hasSize(5);
        assertThat(program.at("/launch/steps").findValuesAsString("state"))
                .containsExactlyInAnyOrder("DONE", "NOT_NEEDED");
    }

    @Test
    @Rule("L-061")
    void leadershipCoachingIsLiveInWorkshopsEveryTwoWeeks() {
        var job = new MainJob(api);
        JsonNode program = launched(job, "learning/leadership-coaching.json", "SYNCHRONOUS");
        assertThat(job.sessions(MainJob.made(program, "SERIES"))).hasSize(6);
        assertThat(job.assets(MainJob.made(program, "CAMPAIGN"))).hasSize(1);
    }

    @Test
    @Rule("L-063")
    void dataAnalysisIsBlendedWithAWeeklyLab() {
        var job = new MainJob(api);
        JsonNode program = launched(job, "learning/data-analysis-course.json", "BLENDED");
        assertThat(job.sessions(MainJob.made(program, "SERIES"))).hasSize(12);
        assertThat(job.assets(MainJob.made(program, "CAMPAIGN"))).isNotEmpty();
    }

    @Test
    @Rule({"P-066", "P-067"})
    void socialTeamWorksInCWithAReviewerOnCall() {
        JsonNode advice = ProductionLine.advice(api, "social-team");
        assertThat(advice.path("recommended").asString()).isEqualTo("C");
        assertThat(ProductionLine.kinds(advice, "exceptions")).containsExactly("ON_CALL_REVIEWER");
        assertThat(advice.at("/exceptions/0/waitMinutes").asInt()).isEqualTo(17 * 60);

        var line = ProductionLine.load(api, "social-team");
        assertThat(line.in("WAITING")).hasSize(3);
        assertThat(line.in("BLOCKED")).hasSize(4);
        assertThat(line.finish("tiktok-clip")).isEqualTo(CHAIN);
        assertThat(line.finish().path("state").asString()).isEqualTo("COMPLETE");
    }

    @Test
    @Rule({"P-068", "P-015"})
    void brandTeamWorksInBWithMeetingsForWhatIsCoupledAndForReviews() {
        JsonNode advice = ProductionLine.advice(api, "brand-team");
        assertThat(advice.path("recommended").asString()).isEqualTo("B");
        assertThat(ProductionLine.days(advice, "practices", "PLANNING_MEETING"))
                .containsExactly("MONDAY");
        assertThat(ProductionLine.days(advice, "practices", "REVIEW_MEETING"))
                .containsExactly("THURSDAY");
        assertThat(ProductionLine.kinds(advice, "exceptions"))
                .containsExactly("PAIR_SYNC", "TIME_BOX");

        var line = ProductionLine.load(api, "brand-team");
        assertThat(line.in("WAITING"))
                .extracting(asset -> asset.path("displayName").asString())
                .as("the coupled pair begins together, all five channels wait for it")
                .containsExactly("Headline and promise", "Key visual with its palette");
        JsonNode brief = line.asset("key-copy");
        JsonNode copy = line.handOn(brief, line.claim(brief), true).ok();
        String claim = line.claim(copy);
        Api.Answer apart = line.handOn(copy, claim, false);
        assertThat(apart.status()).isEqualTo(409);
        assertThat(apart.body().path("reason").asString()).isEqualTo("HANDOFF_NOT_CONFIRMED");
        assertThat(line.handOn(copy, claim, true).ok().path("stage").asString())
                .isEqualTo("design");
        assertThat(line.finish().path("state").asString()).isEqualTo("COMPLETE");
    }

    @Test
    @Rule("P-069")
    void startupWorksInBByConventionWithNothingToBuy() {
        JsonNode advice = ProductionLine.advice(api, "startup");
        assertThat(advice.path("recommended").asString()).isEqualTo("B");
        assertThat(ProductionLine.days(advice, "exceptions", "REVIEW_SLOTS"))
                .containsExactly("TUESDAY", "THURSDAY");
        assertThat(ProductionLine.kinds(advice, "practices")).containsExactly("CONVENTIONS");
        assertThat(advice.path("missingParts").isEmpty()).isTrue();

        var line = ProductionLine.load(api, "startup");
        assertThat(line.finish("blog-post")).isEqualTo(CHAIN);
        assertThat(line.in("WAITING")).hasSize(2);
        assertThat(line.finish().path("state").asString()).isEqualTo("COMPLETE");
    }

    @Test
    @Rule({"P-070", "N-16"})
    void agencyKeepsCWithItsTwoMandatoryExceptionsAndOwners() {
        JsonNode advice = ProductionLine.advice(api, "agency");
        assertThat(advice.path("recommended").asString()).isEqualTo("C");
        assertThat(ProductionLine.kinds(advice, "exceptions"))
                .containsExactly("DAILY_STAND_UP", "TRANSITION_NOTIFICATIONS", "ITEM_OWNERSHIP");
        assertThat(advice.path("exceptions"))
                .allSatisfy(each -> assertThat(each.path("mandatory").asBoolean()).isTrue());

        var line = ProductionLine.load(api, "agency");
        assertThat(line.in("WAITING")).as("one lead piece per client").hasSize(10);
        assertThat(line.in("BLOCKED")).hasSize(30);
        assertThat(line.finish("bakery-instagram-week")).isEqualTo(CHAIN);
        assertThat(line.in("WAITING"))
                .as("the lead piece's other channels, and the other clients' leads")
                .hasSize(11);
    }

    private JsonNode launched(MainJob job, String example, String workflow) {
        String program = job.create(example);
        JsonNode assessment = job.assess(program);
        assertThat(assessment.path("recommended").asString()).isEqualTo(workflow);
        job.accept(program, assessment.path("name").asString());
        return job.launch(program, "2026-10-05");
    }
}
