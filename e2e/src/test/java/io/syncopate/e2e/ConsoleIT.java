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

import java.util.List;

/** The pages behind the printed link, in a real browser: from an example to a finished asset and an outcome. */
@Tag("kind:browser")
@ExtendWith(SharedStandalone.class)
class ConsoleIT {

    private final StandaloneProcess platform;
    private final ConsoleBrowser browser;

    ConsoleIT(SharedStandalone.Running shared) {
        this.platform = shared.platform();
        this.browser = new ConsoleBrowser(platform);
    }

    @Test
    void theLinkLeadsThroughTheMainJob() {
        browser.visitSignedIn(
                1280,
                page -> {
                    mainJob(page);
                    usedUpLink(page);
                });
    }

    /** As when the gateway restarts, or is too busy for a moment, just as somebody opens the page. */
    @Test
    void aPageThatGetsNoAnswerAtFirstTriesAgainByItself() {
        browser.visit(
                page -> {
                    page.route("**/v1/status", Route::abort, new Page.RouteOptions().setTimes(1));
                    page.navigate(platform.address().toString());
                    assertThat(page.getByText("No answer from the gateway")).isVisible();
                    assertThat(page.getByText("You are not signed in")).isVisible();
                    assertThat(page.getByText("No answer from the gateway")).not().isVisible();
                });
    }

    private void mainJob(Page page) {
        assertThat(page.getByText("scheduling").first()).isVisible();

        page.locator("example-list").getByRole(AriaRole.LINK, inside("Data analysis")).click();
        assertThat(page.locator("live-answer")).containsText("Blended");
        page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
        assertThat(page.locator("lint-section")).containsText("To mend it:");
        assertThat(page.locator("quality-section")).containsText("Spaced repetition");
        assertThat(page.locator("cost-bars")).containsText("learner time");
        page.getByRole(AriaRole.BUTTON, named("Assess the program")).click();
        assertThat(page.locator("firmness-summary")).containsText("instead of no");
        page.getByRole(AriaRole.BUTTON, named("Accept: Blended")).click();
        pilot(page);
        page.locator("#launch").getByLabel("First day").fill("2026-10-05");
        page.locator("#launch").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Everything was made")).isVisible();
        assertThat(page.getByText("12 sessions")).isVisible();
        assertThat(page.getByText("Who has the inconvenient hour")).isVisible();
        produceOne(page);
        recordOutcome(page);
        ConsoleBrowser.screenshot(page, "main-job");
    }

    /** One that was held already; a low rating asks for a decision before it can be finished. */
    private static void pilot(Page page) {
        Locator pilot = page.locator("pilot-section");
        assertThat(page.locator("launch-section")).containsText("no pilot");
        pilot.getByLabel("First day").fill("2026-06-01");
        pilot.getByLabel("How its people are chosen").fill("volunteers from both lab groups");
        pilot.getByRole(AriaRole.BUTTON, inside("Plan the pilot")).click();
        assertThat(pilot).containsText("2026-06-14");
        for (String kind : List.of("Timing", "Engagement", "Cognitive load", "Technical issues")) {
            pilot.getByLabel(kind).fill(kind.equals("Timing") ? "2.5" : "4.2");
        }
        pilot.getByLabel("People who answered").fill("9");
        pilot.getByRole(AriaRole.BUTTON, inside("Keep what they said")).click();
        Locator decision = pilot.getByLabel("What is done about it");
        assertThat(decision).isVisible();
        decision.fill("Labs begin an hour later");
        pilot.getByRole(AriaRole.BUTTON, inside("Decide")).click();
        pilot.getByRole(AriaRole.BUTTON, inside("Finish the pilot")).click();
        assertThat(pilot).containsText("finished");
    }

    /** It opens the console where there is a session, and says how to get a link where there is none. */
    private void usedUpLink(Page page) {
        page.navigate(platform.signInLink().toString());
        assertThat(page.getByText("Begin with an example")).isVisible();
        page.context().clearCookies();
        page.navigate(platform.signInLink().toString());
        assertThat(page.getByText("You are not signed in")).isVisible();
    }

    /** Takes an asset that is free, and does at each stage what its form asks for. */
    private static void produceOne(Page page) {
        page.getByText("free to take").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator done = dialog.getByText("Done: it left the last stage.");
        Locator take = dialog.getByRole(AriaRole.BUTTON, inside("Take it"));
        Locator handOver = dialog.locator("handover-form button.primary");
        int stages = 0;
        assertThat(take).isVisible();
        while (take.isVisible()) {
            take.click();
            assertThat(handOver).isVisible();
            dialog.getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
            dialog.getByLabel("Context notes").fill("Kept short: learners read it on a phone.");
            handOver.click();
            assertThat(take.or(done)).isVisible();
            stages++;
        }
        assertThat(stages).isEqualTo(6);
        dialog.getByRole(AriaRole.BUTTON, inside("Close")).click();
        assertThat(page.getByText(", 1 done.")).isVisible();
    }

    private static void recordOutcome(Page page) {
        page.locator("outcome-section").getByLabel("Cohort").fill("autumn-1");
        Locator form = page.locator("outcome-section form");
        form.getByLabel("First day").fill("2026-10-05");
        form.getByLabel("Last day").fill("2026-12-18");
        form.getByLabel("People enrolled").fill("40");
        form.getByLabel("of them completed").fill("33");
        form.getByRole(AriaRole.BUTTON, inside("Record the outcome")).click();
        assertThat(page.getByText("33 of 40 (82.5 %)")).isVisible();
    }
}
