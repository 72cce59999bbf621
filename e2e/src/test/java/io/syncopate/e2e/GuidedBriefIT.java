package io.syncopate.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static io.syncopate.e2e.ConsoleBrowser.inside;
import static io.syncopate.e2e.ConsoleBrowser.named;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The guided brief with the live answer, in a real browser. */
@Tag("kind:browser")
@ExtendWith(SharedStandalone.class)
class GuidedBriefIT {

    private static final String PREVIEW = "**/v1/assessments:preview";

    /** Has a page keep back its next preview, however it is cancelled, until it is told to answer. */
    private static final String HOLD_THE_NEXT_PREVIEW =
            """
            () => {
              const real = window.fetch;
              window.fetch = (path, request) => {
                window.fetch = real;
                document.documentElement.dataset.held = '';
                return new Promise((answered) => {
                  window.held = {
                    cancelled: () => request.signal.aborted,
                    answer: async () => {
                      answered(await real(path, { ...request, signal: undefined }));
                      await new Promise((taken) => setTimeout(taken, 300));
                    },
                  };
                });
              };
            }
            """;

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private final Api api;
    private final ConsoleBrowser browser;

    GuidedBriefIT(SharedStandalone.Running shared) {
        this.api = shared.api();
        this.browser = new ConsoleBrowser(shared.platform());
    }

    @Test
    void eachAnswerChangesWhatIsShownBesideIt() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    Locator answer = begin(page, "Learners read a privacy notice.");
                    assertThat(answer).containsText("Nothing to go on yet");
                    everyMissingFactLeadsToItsQuestion(answer);

                    Locator schedules = question(page, "brief.audience.schedules");
                    answer.getByRole(AriaRole.LINK, inside("How far can they plan")).click();
                    assertThat(schedules.getByRole(AriaRole.RADIO).first()).isFocused();
                    page.keyboard().press("ArrowUp"); // from the first to the last of the four
                    assertThat(answer.locator(".answer")).containsText("Self-paced");
                    Locator last = answer.locator("#last");
                    assertThat(last).containsText("Learners cannot promise any fixed time.");
                    assertThat(last).containsText("Self-paced +140");
                    assertThat(last).containsText("Live \u2212180");
                    assertThat(answer.locator("score-bars")).containsText("140");
                    assertThat(answer).containsText("Live ruled out");
                    assertThat(answer.locator("#missing")).containsText("10 %");
                    assertThat(answer.getByRole(AriaRole.STATUS).first())
                            .hasText("Self-paced. 130 points ahead of blended. 10 percent known.");

                    question(page, "brief.audience.schedules")
                            .getByRole(AriaRole.BUTTON, inside("Take back"))
                            .click();
                    assertThat(last).containsText("No longer:");
                    assertThat(answer).containsText("Nothing to go on yet");
                });
    }

    @Test
    void saysWhichAnswersWouldLeadToAnotherRecommendation() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/new/leadership-coaching"));
                    Locator answer = page.locator("live-answer");
                    assertThat(answer.locator(".answer")).containsText("Live");
                    Locator flip = answer.locator(".flip").first();
                    assertThat(flip).containsText("instead of");
                    flip.getByRole(AriaRole.LINK).first().click();
                    assertThat(page.locator("brief-question :focus")).hasCount(1);
                });
    }

    /** A question that was replaced is cancelled; should its answer come all the same, it is not shown. */
    @Test
    void onlyTheAnswerToTheLastQuestionIsShown() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    Locator answer = begin(page, "Learners coach each other.");
                    assertThat(answer).containsText("Nothing to go on yet");
                    page.evaluate(HOLD_THE_NEXT_PREVIEW);

                    choose(page, "brief.objective.type", "Knowledge");
                    assertThat(page.locator("html[data-held]")).hasCount(1);
                    choose(page, "brief.objective.type", "A skill");
                    assertThat(answer.locator("#last")).containsText("The goal is a skill");
                    assertThat((boolean) page.evaluate("window.held.cancelled()")).isTrue();

                    page.evaluate("window.held.answer()");
                    assertThat(answer.locator("#last")).containsText("The goal is a skill");
                    assertThat(answer.locator(".answer")).containsText("Live");
                });
    }

    @Test
    void anAnswerThatDoesNotComeIsAskedForAgain() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.route(PREVIEW, Route::abort, new Page.RouteOptions().setTimes(1));
                    Locator answer = begin(page, "Learners wait.");
                    assertThat(answer).containsText("No answer from the gateway");
                    assertThat(answer).containsText("Nothing to go on yet");
                    assertThat(answer).not().containsText("No answer from the gateway");
                });
    }

    @Test
    void aDraftOutlivesAReloadAndCanBeDropped() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    begin(page, "Learners keep what they wrote.");
                    choose(page, "brief.objective.type", "An attitude");
                    page.reload();
                    assertThat(statement(page)).hasValue("Learners keep what they wrote.");
                    assertThat(option(page, "brief.objective.type", "An attitude")).isChecked();
                    assertThat(page.locator("live-answer .answer")).containsText("Blended");

                    page.getByRole(AriaRole.BUTTON, named("Start again")).click();
                    page.getByRole(AriaRole.BUTTON, named("Drop them")).click();
                    assertThat(statement(page)).hasValue("");
                    page.reload();
                    assertThat(statement(page)).hasValue("");
                    assertThat(page.locator("live-answer")).containsText("One sentence first");
                });
    }

    @Test
    void aMistakeIsSaidAtItsQuestion() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    Locator answer = begin(page, "Learners name their zone.");
                    page.getByLabel("What is the program called?").fill("");
                    answer.getByRole(AriaRole.LINK, inside("In which time zones")).click();
                    Locator zones = question(page, "brief.audience.zones");
                    zones.getByRole(AriaRole.BUTTON, inside("Add a zone")).click();
                    zones.getByLabel("Time zone 1").fill("Europe/Nowhere");
                    zones.getByLabel("People in zone 1").fill("12");
                    assertThat(zones).containsText("expected an IANA name such as Europe/Berlin");
                    assertThat(answer).containsText("An answer has a mistake");
                    zones.getByLabel("Time zone 1").fill("Europe/Berlin");
                    assertThat(answer).not().containsText("An answer has a mistake");
                    assertThat(zones).not().containsText("expected");

                    page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
                    assertThat(question(page, "displayName")).containsText("This one is needed.");
                    assertThat(page.getByLabel("What is the program called?")).isFocused();
                });
    }

    /** What the service alone can tell is said at the question, too, and leads there. */
    @Test
    void whatACreationIsRefusedForIsSaidAtItsQuestion() {
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    begin(page, "Learners count to ten.");
                    step(page, "Feedback");
                    page.getByLabel("Who completes").check();
                    page.getByLabel("Target, percent").fill("-3");
                    step(page, "Trial");
                    page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
                    Locator measures = question(page, "successMetrics");
                    assertThat(measures).containsText("expected 0 to 1000000");
                    page.getByLabel("Target, percent").fill("90");
                    page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
                    assertThat(page.locator("program-page h1")).containsText("A program of a test");
                });
    }

    /** Neither a second click nor a page that is loaded again makes a second program. */
    @Test
    void aLostAnswerCreatesNothingTwice() {
        String name = "Created once, " + System.nanoTime();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    begin(page, "Learners try again.");
                    page.getByLabel("What is the program called?").fill(name);
                    AtomicInteger lost = new AtomicInteger();
                    page.route(
                            "**/v1/programs",
                            route -> {
                                route.fetch();
                                lost.incrementAndGet();
                                route.abort();
                            },
                            new Page.RouteOptions().setTimes(1));
                    page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
                    assertThat(page.getByText("No answer from the gateway")).isVisible();
                    assertThat(lost).hasValue(1);
                    page.reload();
                    page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
                    assertThat(page.locator("program-page h1")).containsText(name);
                    assertThat(called(name)).hasSize(1);
                });
    }

    @Test
    void aDescriptionIsChangedUnlessSomebodyElseWasFaster() {
        ObjectNode draft = Api.object().put("displayName", "Changed in the guide");
        draft.putObject("brief").putObject("objective").put("statement", "Learners begin.");
        JsonNode program = api.post("/v1/programs", draft.toString()).ok();
        String name = program.get("name").asString();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name));
                    page.getByRole(AriaRole.LINK, named("Change it")).click();
                    statement(page).fill("Learners change.");
                    draft.withObject("brief")
                            .withObject("objective")
                            .put("statement", "Learners were changed.");
                    api.patch("/v1/" + name, draft.toString()).ok();

                    page.getByRole(AriaRole.BUTTON, named("Save the description")).click();
                    Locator note = page.getByRole(AriaRole.ALERT);
                    assertThat(note).containsText("Somebody else has changed");
                    assertThat(note).containsText("What shall learners be able to do?");
                    page.getByRole(AriaRole.BUTTON, named("Load what is there now")).click();
                    assertThat(statement(page)).hasValue("Learners were changed.");

                    statement(page).fill("Learners change in the end.");
                    page.getByRole(AriaRole.BUTTON, named("Save the description")).click();
                    assertThat(page.locator("program-page .head").first())
                            .containsText("Learners change in the end.");
                    page.getByRole(AriaRole.BUTTON, named("Assess the program")).click();
                    assertThat(page.locator("assessment-view")).isVisible();
                });
    }

    /** What somebody else changed can also be replaced, once it was seen. */
    @Test
    void ownAnswersCanBeKeptInPlaceOfThoseOfSomebodyElse() {
        ObjectNode draft = Api.object().put("displayName", "Kept in the guide");
        draft.putObject("brief").putObject("objective").put("statement", "Learners begin.");
        String name = api.post("/v1/programs", draft.toString()).ok().get("name").asString();
        browser.visitSignedIn(
                DESKTOP,
                page -> {
                    page.navigate(browser.address("#/" + name + "/brief"));
                    statement(page).fill("Learners stay.");
                    draft.put("displayName", "Called otherwise");
                    api.patch("/v1/" + name, draft.toString()).ok();
                    page.reload();
                    assertThat(page.getByRole(AriaRole.ALERT))
                            .containsText("Somebody else has changed");
                    page.getByRole(AriaRole.BUTTON, named("Keep my answers")).click();
                    page.getByRole(AriaRole.BUTTON, named("Save the description")).click();
                    assertThat(page.locator("program-page .head").first())
                            .containsText("Learners stay.");
                    assertThat(page.locator("program-page h1")).hasText("Kept in the guide");
                });
    }

    @Test
    void everyStepFitsOnAPhoneAndTheAnswerIsOneTapAway() {
        browser.visitSignedIn(
                PHONE,
                page -> {
                    page.navigate(browser.address("#/new/data-analysis-course"));
                    assertThat(page.locator("live-answer .answer")).containsText("Blended");
                    for (String step :
                            List.of(
                                    "Objective",
                                    "Audience",
                                    "Content",
                                    "Resources",
                                    "Journey",
                                    "Trial",
                                    "Feedback")) {
                        step(page, step);
                        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                                .as(step)
                                .isLessThanOrEqualTo(PHONE);
                    }
                    Locator answer = page.locator("live-answer .answer");
                    assertThat(answer).not().isInViewport();
                    page.getByRole(AriaRole.BUTTON, named("% known")).click();
                    assertThat(answer).isInViewport();
                });
    }

    /** A new program with what is required, and the answer beside it. */
    private Locator begin(Page page, String statement) {
        page.navigate(browser.address("#/new/"));
        page.getByLabel("What is the program called?").fill("A program of a test");
        statement(page).fill(statement);
        return page.locator("live-answer");
    }

    private static Locator statement(Page page) {
        return page.getByLabel("What shall learners be able to do?");
    }

    private static void everyMissingFactLeadsToItsQuestion(Locator answer) {
        Locator missing = answer.locator("#missing li");
        assertThat(missing.first()).isVisible();
        assertThat(answer.locator("#missing li a").count()).isEqualTo(missing.count()).isPositive();
    }

    private static void step(Page page, String title) {
        page.locator("step-strip").getByRole(AriaRole.BUTTON, inside(title)).click();
        assertThat(page.locator("#step")).containsText(title);
    }

    private static Locator question(Page page, String path) {
        return page.locator("brief-question[data-path='" + path + "']");
    }

    private static Locator option(Page page, String path, String label) {
        return question(page, path).getByRole(AriaRole.RADIO, inside(label));
    }

    private static void choose(Page page, String path, String label) {
        option(page, path, label).check();
    }

    private List<JsonNode> called(String name) {
        Stream<JsonNode> programs =
                Stream.iterate(
                                api.get("/v1/programs?pageSize=200").ok(),
                                page -> page.has("programs"),
                                page -> {
                                    String next = page.path("nextPageToken").asString("");
                                    return next.isEmpty()
                                            ? Api.object()
                                            : api.get("/v1/programs?pageSize=200&pageToken=" + next)
                                                    .ok();
                                })
                        .flatMap(page -> page.get("programs").valueStream());
        return programs.filter(each -> each.get("displayName").asString().equals(name)).toList();
    }
}
