package io.syncopate.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first page behind the printed link, in a real browser: from an example to sessions and assets. */
@Tag("kind:browser")
@ExtendWith(SharedStandalone.class)
class ConsoleIT {

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

    private final StandaloneProcess platform;

    ConsoleIT(SharedStandalone.Running shared) {
        this.platform = shared.platform();
    }

    @Test
    void theLinkLeadsThroughTheMainJob() {
        Path chromium = Chromium.require();
        try (Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(chromium))) {
            Page page = browser.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            complaints.add(message.text());
                        }
                    });

            page.navigate(platform.signInLink().toString());
            assertThat(page.getByText("Begin with an example")).isVisible(PATIENTLY);
            assertThat(page.getByText("scheduling").first()).isVisible(PATIENTLY);

            page.locator("example-list").getByRole(AriaRole.LINK, inside("Data analysis")).click();
            page.getByRole(AriaRole.BUTTON, named("Create the program")).click();
            page.getByRole(AriaRole.BUTTON, named("Assess the program")).click();
            page.getByRole(AriaRole.BUTTON, named("Accept: Blended")).click();
            page.getByLabel("First day").fill("2026-10-05");
            page.locator("#launch").getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("Everything was made")).isVisible(PATIENTLY);
            assertThat(page.getByText("12 sessions")).isVisible(PATIENTLY);
            assertThat(page.getByText("Who has the inconvenient hour")).isVisible(PATIENTLY);
            assertThat(page.getByText("free to take").first()).isVisible(PATIENTLY);
            page.screenshot(
                    new ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", "main-job.png")));
            assertThat(complaints).isEmpty();

            page.navigate(platform.signInLink().toString());
            assertThat(page.getByText("Begin with an example")).not().isVisible();
        }
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
