package io.syncopate.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A real browser in front of the console. What a page complains of fails the visit; when something
 * expected was not there, the error says what was.
 */
final class ConsoleBrowser {

    private static final double PATIENCE_MILLIS = 30_000;

    /** The session of the shared standalone: its link signs in once, and more than one test visits. */
    private static @Nullable String session;

    private final StandaloneProcess platform;

    ConsoleBrowser(StandaloneProcess platform) {
        this.platform = platform;
    }

    /** A visit of somebody who has not signed in. */
    void visit(Consumer<Page> visit) {
        visit(new NewContextOptions(), visit);
    }

    /** A visit of somebody who is signed in, in a window of that width. */
    void visitSignedIn(int width, Consumer<Page> visit) {
        var options = new NewContextOptions().setViewportSize(width, 900);
        visit(
                session == null ? options : options.setStorageState(session),
                page -> {
                    signIn(page);
                    visit.accept(page);
                });
    }

    private void signIn(Page page) {
        page.navigate(session == null ? platform.signInLink().toString() : address("#/"));
        assertThat(page.getByText("Begin with an example")).isVisible();
        keepSession(page);
    }

    /** For the visits after this one. */
    static void keepSession(Page page) {
        session = page.context().storageState();
    }

    String address(String route) {
        return platform.address() + "/" + route;
    }

    private static void visit(NewContextOptions options, Consumer<Page> visit) {
        Path chromium = Chromium.require();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(chromium));
                BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
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
                || message.contains("the server responded with a status of 409")
                || message.contains("net::ERR_FAILED");
    }

    static void screenshot(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /** What was on the page when something expected was not, so that a failure on another machine can be read. */
    private static String seen(Page page, List<String> traffic, List<String> complaints) {
        screenshot(page, "failed");
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
