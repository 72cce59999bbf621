package io.syncopate.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static io.syncopate.e2e.ConsoleBrowser.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What the console shows of a program that runs, and of the models that decide, in a real browser. */
@Tag("kind:browser")
@ExtendWith(SharedStandalone.class)
class ConsoleSectionsIT {

    private static final int DESKTOP = 1280;
    private static final String GUIDE = "decisionModels/learning-guide";

    private final Api api;
    private final ConsoleBrowser browser;

    ConsoleSectionsIT(SharedStandalone.Running shared) {
        this.api = shared.api();
        this.browser = new ConsoleBrowser(shared.platform());
    }

    @Test
    void aRunIsComparedWithTargetsAndEarlierRunsAndConcluded() {
        String name = running();
        api.post("/v1/" + name + "/outcomes", outcome("spring", "2026-03-02", "2026-06-12", 60, 52))
                .ok();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name));
                    Locator review = page.locator("review-section");
                    assertThat(review).containsText("no goal was missed");
                    record(page);
                    assertThat(review.locator(".causes")).isVisible();
                    assertThat(review.locator(".measures li").first())
                            .containsText("19.2 points below 1 earlier run: worse");
                    assertThat(review.getByRole(AriaRole.IMG).first())
                            .hasAttribute(
                                    "aria-label",
                                    "67.5\u00a0%, target 85\u00a0%, between 56.6\u00a0% and"
                                            + " 76.8\u00a0%, earlier runs 86.7\u00a0%");
                    assertThat(review.locator(".causes > .likely"))
                            .containsText("The mix of live and self-paced");
                    assertThat(review.locator(".causes > .unlikely")).containsText("The content");

                    review.locator("#run").selectOption(new SelectOption().setLabel("spring"));
                    assertThat(review).containsText("no goal was missed");

                    review.getByLabel("What is done next, and why").fill("Labs in the evening.");
                    review.getByRole(AriaRole.BUTTON, inside("Record the review")).click();
                    assertThat(review).containsText("Labs in the evening.");
                    assertThat(page.locator("program-page .head").first()).containsText("reviewed");
                });
    }

    @Test
    void aProgramIsSwitchedOnce() {
        String name = running();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name));
                    Locator section = page.locator("switch-section");
                    assertThat(section).containsText("There is one assessment");
                    section.getByRole(AriaRole.BUTTON, inside("Assess the description")).click();
                    Locator plan = section.getByText("Plan the switch");
                    assertThat(plan).isVisible();
                    plan.click();
                    section.getByLabel("Why").fill("Too few come to the labs.");
                    section.getByLabel("How and when learners are told").fill("A mail on Monday.");
                    section.getByLabel("Which deadlines move").fill("Hand-ins, by a week.");
                    section.getByLabel("What is expected of learners").fill("Ask in the forum.");
                    section.getByRole(AriaRole.BUTTON, inside("Switch, once")).click();
                    assertThat(section).containsText("is not switched again");
                    assertThat(section).containsText("Hand-ins, by a week.");
                    assertThat(section).containsText("Blended");
                    assertThat(section.getByRole(AriaRole.BUTTON)).hasCount(0);
                });
        JsonNode switches = api.get("/v1/" + name).ok().get("switches");
        assertThat(switches.valueStream().map(each -> each.get("reason").asString()))
                .containsExactly("Too few come to the labs.");
    }

    @Test
    void learnersSupportIsPlannedAndTheirSheetCanBeTaken() {
        String name = running();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name));
                    Locator support = page.locator("support-section");
                    assertThat(support).containsText("a mentor or a buddy");
                    assertThat(support.locator(".weeks li")).hasCount(12);
                    assertThat(support.locator("blockquote")).containsText("of 12. ");
                    assertThat(support.locator("recall-chart li")).hasCount(4);

                    Download sheet =
                            page.waitForDownload(
                                    () ->
                                            support.getByRole(AriaRole.LINK, inside("as Markdown"))
                                                    .click());
                    assertThat(sheet.suggestedFilename()).endsWith(".md");
                    assertThat(text(sheet)).contains("On the course page of the university");
                });
    }

    @Test
    void aMistakeInThePlanLeadsToTheQuestionThatMendsIt() {
        String name = described();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name));
                    String asked = "Within how many hours does somebody answer a question?";
                    page.locator("lint-section").getByRole(AriaRole.LINK, inside(asked)).click();
                    assertThat(page.getByLabel(asked)).isFocused();
                    page.keyboard().type("24");
                    page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Save the description"))
                            .click();
                    assertThat(page.locator("lint-section")).isVisible();
                });
        JsonNode design = api.get("/v1/" + name).ok().at("/brief/design");
        assertThat(design.get("feedbackTurnaroundHours").asInt()).isEqualTo(24);
    }

    @Test
    void modelsAreComparedAndOneScoresByDefault() {
        String copy = "decisionModels/console-" + System.nanoTime();
        ObjectNode named = Api.object().put("displayName", "A copy of a test");
        api.post(
                        "/v1/decisionModels?source=%s&decisionModelId=%s"
                                .formatted(GUIDE, copy.substring(copy.indexOf('/') + 1)),
                        named.toString())
                .ok();
        api.patch("/v1/" + copy, Api.object().put("nearTiePoints", 55).toString()).ok();
        try {
            browser.visitSignedIn(
                    DESKTOP,
                    page -> {
                        page.getByRole(AriaRole.LINK, ConsoleBrowser.named("Decision models"))
                                .click();
                        Locator guide = model(page, "Learning workflow guide");
                        assertThat(guide).containsText("scores by default");
                        guide.getByText("What gives points").click();
                        assertThat(guide).containsText("The group is larger");

                        page.getByLabel("Before").selectOption(copy + "/versions/1");
                        page.getByLabel("After").selectOption(copy + "/versions/2");
                        page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Compare")).click();
                        Locator row = page.locator("model-diff tbody tr");
                        assertThat(row).hasCount(1);
                        assertThat(row).containsText("nearTiePoints");
                        assertThat(row).containsText("40");
                        assertThat(row).containsText("55");

                        Locator made = model(page, "A copy of a test");
                        made.getByRole(AriaRole.BUTTON, inside("Make it the default")).click();
                        made.getByRole(AriaRole.BUTTON, inside("Let it score")).click();
                        assertThat(made).containsText("scores by default");
                        assertThat(guide).not().containsText("scores by default");
                    });
        } finally {
            api.post("/v1/" + GUIDE + ":setDefault", "{}").ok();
            api.send("DELETE", "/v1/" + copy, "").ok();
        }
    }

    private static Locator model(Page page, String name) {
        return page.locator("models-page section")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** By the form, with the answers that tell chance from change and causes apart. */
    private static void record(Page page) {
        Locator form = page.locator("outcome-section form");
        form.getByText("How sure that is").click();
        form.getByLabel("Cohort").fill("autumn");
        form.getByLabel("First day").fill("2026-09-07");
        form.getByLabel("Last day").fill("2026-11-27");
        form.getByLabel("People enrolled").fill("80");
        form.getByLabel("of them completed").fill("54");
        form.getByLabel("Mean test result").fill("76.5");
        form.getByLabel("People tested").fill("54");
        form.getByLabel("Standard deviation of results").fill("9");
        form.getByLabel("The content, rated").fill("4.6");
        form.getByLabel("The mix, rated").fill("2.1");
        form.getByRole(AriaRole.BUTTON, inside("Record the outcome")).click();
    }

    /** A program that was launched; only its journey is asked about, so its pilot went well. */
    private String running() {
        String program = described();
        String path = "/v1/" + program;
        String assessment = api.post(path + ":assess", "{}").ok().get("name").asString();
        api.post(path + ":accept", Api.object().put("assessment", assessment).toString()).ok();
        ObjectNode pilot = Api.object().put("startDate", "2026-06-01");
        pilot.putObject("sample").put("drawn", "volunteers of both groups");
        api.post(path + ":planPilot", pilot.toString()).ok();
        ObjectNode said = Api.object();
        for (String kind : List.of("TIMING", "ENGAGEMENT", "COGNITIVE_LOAD", "TECHNICAL_ISSUES")) {
            said.withArray("feedback")
                    .addObject()
                    .put("kind", kind)
                    .put("rating", 4.2)
                    .put("respondents", 9);
        }
        api.post(path + ":recordPilot", said.toString()).ok();
        api.post(path + ":finishPilot", "{}").ok();
        api.post(path + ":launch", Api.object().put("startDate", "2026-09-07").toString()).ok();
        api.await(path, it -> it.at("/launch/state").asString("").equals("COMPLETE"));
        // It began long ago, so a reminder is due, and telling it changes the program once more.
        api.await("/v1/history?name=" + program, ConsoleSectionsIT::hasReminded);
        return program;
    }

    private static boolean hasReminded(JsonNode history) {
        return history.path("events")
                .valueStream()
                .anyMatch(event -> event.path("type").asString().endsWith(".ReminderDue"));
    }

    private String described() {
        return api.post("/v1/programs", Api.example("learning/data-analysis-course.json"))
                .ok()
                .get("name")
                .asString();
    }

    private static String outcome(
            String cohort, String first, String last, int enrolled, int completed) {
        return Api.object()
                .put("cohort", cohort)
                .put("startDate", first)
                .put("endDate", last)
                .put("enrolled", enrolled)
                .put("completed", completed)
                .toString();
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
