package io.syncopate.e2e;

import io.syncopate.testkit.part.Program;
import io.syncopate.testkit.part.RealPart;

import java.nio.file.Path;
import java.util.List;

/** The browser that this machine has; the tests bring none. */
final class Chromium {

    private static final Program PROGRAM =
            new Program(
                    "SYNCOPATE_TEST_CHROMIUM",
                    List.of("chromium", "chromium-browser", "google-chrome"));

    private Chromium() {}

    /** Its path; without one the test is skipped, or fails where a browser is required. */
    static Path require() {
        return RealPart.BROWSER.orSkip(
                PROGRAM.find(System.getenv()),
                System.getenv(),
                "no browser: install Chromium or name one by " + PROGRAM.variable());
    }
}
