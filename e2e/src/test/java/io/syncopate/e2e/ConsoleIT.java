package io.syncopate.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The pages behind the printed link, in a real browser: from an example to a finished asset and an outcome. */
@Tag("kind:browser")
@ExtendWith(SharedStandalone.class)
class ConsoleIT {

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

    private static final ContainsTextOptions PATIENTLY_SAID =
            new ContainsTextOptions().setTimeout(30_000);

    private final StandaloneProcess platform;

    ConsoleIT(SharedStandalone.Running shared) {
        this.platform = shared.platform();
    }

    @Test
    void theLinkLeadsThroughTheMainJob() {
        inABrowser(
                page -> {
                    mainJob(page);
                    usedUpLink(page);
                });
    }

    /** As when the gateway restarts, or is too busy for a moment, just as somebody opens the page. */
    @Test
    void aPageThatGetsNoAnswerAtFirstTriesAgainByItself() {
        inABrowser(
                page -> {
                    page.route("**/v1/status", Route::abort, new Page.RouteOptions().setTimes(1));
                    page.navigate(platform.address().toString());
                    assertThat(page.getByText("No answer from the gateway")).isVisible(PATIENTLY);
                    assertThat(page.getByText("You are not signed in")).isVisible(PATIENTLY);
                    assertThat(page.getByText("No answer from the gateway")).not().isVisible();
                });
    }

    private static void inABrowser(Consumer<Page> visit) {
        Path chromium = Chromium.require();
        try (Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(chromium))) {
            Page page = browser.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            List<String> traffic = recorded(page);
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error") && !isShown(message.text())) {
                            complaints.add(message.text());
                        }
                    });
            try {
                visit.accept(page);
                assertThat(complaints).isEmpty();
            } catch (AssertionError e) {
                throw new AssertionError(seen(page, traffic, complaints), e);
            }
        }
    }

    /** Whether it is how a browser reports an answer that the console shows by itself. */
    private static boolean isShown(String message) {
        return message.contains("the server responded with a status of 400")
                || message.contains("net::ERR_FAILED");
    }

    private void mainJob(Page page) {
        page.navigate(platform.signInLink().toString());
        assertThat(page.getByText("Begin with an example")).isVisible(PATIENTLY);
        assertThat(page.getByText("scheduling").first()).isVisible(PATIENTLY);

        page.locator("example-list").getByRole(AriaRole.LINK, inside("Data analysis")).click();
        makeAMistake(page);
        page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
        assertThat(page.locator("lint-section")).containsText("To mend it:", PATIENTLY_SAID);
        assertThat(page.locator("quality-section"))
                .containsText("Spaced repetition", PATIENTLY_SAID);
        assertThat(page.locator("cost-bars")).containsText("learner time", PATIENTLY_SAID);
        page.getByRole(AriaRole.BUTTON, named("Assess the program")).click();
        assertThat(page.locator("firmness-summary")).containsText("instead of no", PATIENTLY_SAID);
        page.getByRole(AriaRole.BUTTON, named("Accept: Blended")).click();
        pilot(page);
        page.locator("#launch").getByLabel("First day").fill("2026-10-05");
        page.locator("#launch").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Everything was made")).isVisible(PATIENTLY);
        assertThat(page.getByText("12 sessions")).isVisible(PATIENTLY);
        assertThat(page.getByText("Who has the inconvenient hour")).isVisible(PATIENTLY);
        produceOne(page);
        recordOutcome(page);
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "main-job.png")));
    }

    /** One that was held already; a low rating asks for a decision before it can be finished. */
    private static void pilot(Page page) {
        Locator pilot = page.locator("pilot-section");
        assertThat(page.locator("launch-section")).containsText("no pilot", PATIENTLY_SAID);
        pilot.getByLabel("First day").fill("2026-06-01");
        pilot.getByLabel("How its people are chosen").fill("volunteers from both lab groups");
        pilot.getByRole(AriaRole.BUTTON, inside("Plan the pilot")).click();
        assertThat(pilot).containsText("2026-06-14", PATIENTLY_SAID);
        for (String kind : List.of("Timing", "Engagement", "Cognitive load", "Technical issues")) {
            pilot.getByLabel(kind).fill(kind.equals("Timing") ? "2.5" : "4.2");
        }
        pilot.getByLabel("People who answered").fill("9");
        pilot.getByRole(AriaRole.BUTTON, inside("Keep what they said")).click();
        Locator decision = pilot.getByLabel("What is done about it");
        assertThat(decision).isVisible(PATIENTLY);
        decision.fill("Labs begin an hour later");
        pilot.getByRole(AriaRole.BUTTON, inside("Decide")).click();
        pilot.getByRole(AriaRole.BUTTON, inside("Finish the pilot")).click();
        assertThat(pilot).containsText("finished", PATIENTLY_SAID);
    }

    /** It opens the console where there is a session, and says how to get a link where there is none. */
    private void usedUpLink(Page page) {
        page.navigate(platform.signInLink().toString());
        assertThat(page.getByText("Begin with an example")).isVisible(PATIENTLY);
        page.context().clearCookies();
        page.navigate(platform.signInLink().toString());
        assertThat(page.getByText("You are not signed in")).isVisible(PATIENTLY);
    }

    /** What was on the page when something expected was not, so that a failure on another machine can be read. */
    private static String seen(Page page, List<String> traffic, List<String> complaints) {
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "failed.png")));
        return "At %s was:%n%s%nThe page complained of: %s%nIts requests:%n%s"
                .formatted(
                        page.url(),
                        page.locator("body").ariaSnapshot(),
                        complaints,
                        String.join("\n", traffic));
    }

    /** The requests of a page and how they ended, each with the milliseconds since the first look. */
    private static List<String> recorded(Page page) {
        List<String> traffic = new ArrayList<>();
        long start = System.nanoTime();
        BiConsumer<String, Request> add =
                (what, request) ->
                        traffic.add(
                                "%6d %s %s %s"
                                        .formatted(
                                                NANOSECONDS.toMillis(System.nanoTime() - start),
                                                what,
                                                request.method(),
                                                request.url()));
        page.onRequest(request -> add.accept("asked", request));
        page.onResponse(
                response -> add.accept("answered " + response.status(), response.request()));
        page.onRequestFailed(request -> add.accept("failed " + request.failure(), request));
        return traffic;
    }

    /** What a service refuses is said beside its field. */
    private static void makeAMistake(Page page) {
        Locator example = page.getByLabel("Example");
        String dataAnalysis = example.inputValue();
        Locator create = page.getByRole(AriaRole.BUTTON, named("Create the program"));
        Locator note = page.locator("new-program problem-note");
        example.selectOption("");
        create.click();
        assertThat(note).containsText("brief.objective.statement", PATIENTLY_SAID);
        assertThat(note).containsText("Expected at least 1 character.");
        assertThat(note.locator("dt").first()).hasText("request");
        assertThat(note).containsText("Expected a displayName.");
        example.selectOption(dataAnalysis);
    }

    /** Takes an asset that is free, and does at each stage what its form asks for. */
    private static void produceOne(Page page) {
        page.getByText("free to take").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator done = dialog.getByText("Done: it left the last stage.");
        Locator take = dialog.getByRole(AriaRole.BUTTON, inside("Take it"));
        Locator handOver = dialog.locator("handover-form button.primary");
        int stages = 0;
        assertThat(take).isVisible(PATIENTLY);
        while (take.isVisible()) {
            take.click();
            assertThat(handOver).isVisible(PATIENTLY);
            dialog.getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
            dialog.getByLabel("Context notes").fill("Kept short: learners read it on a phone.");
            handOver.click();
            assertThat(take.or(done)).isVisible(PATIENTLY);
            stages++;
        }
        assertThat(stages).isEqualTo(6);
        dialog.getByRole(AriaRole.BUTTON, inside("Close")).click();
        assertThat(page.getByText(", 1 done.")).isVisible(PATIENTLY);
    }

    private static void recordOutcome(Page page) {
        page.locator("outcome-section").getByLabel("Cohort").fill("autumn-1");
        Locator form = page.locator("outcome-section form");
        form.getByLabel("First day").fill("2026-10-05");
        form.getByLabel("Last day").fill("2026-12-18");
        form.getByLabel("People enrolled").fill("40");
        form.getByLabel("of them completed").fill("33");
        form.getByRole(AriaRole.BUTTON, inside("Record the outcome")).click();
        assertThat(page.getByText("33 of 40 (82.5 %)")).isVisible(PATIENTLY);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static LaunchOptions options(Path chromium) {
        return new LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run"));
    }
}
