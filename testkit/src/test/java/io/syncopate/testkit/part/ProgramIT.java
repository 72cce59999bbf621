package io.syncopate.testkit.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ProgramIT {

    private static final Program BROWSER = new Program("BROWSER", List.of("chromium", "chrome"));

    @TempDir private Path folder;

    @Test
    void isTheOneThatIsNamedBeforeOneOnThePath() throws IOException {
        program("chromium");
        Path named = program("mine");
        assertThat(BROWSER.find(environment(named))).contains(named);
    }

    @Test
    void isTheFirstOnThePathWhereNoneIsNamed() throws IOException {
        Path other = program("chrome");
        assertThat(BROWSER.find(Map.of("PATH", folder.toString(), "BROWSER", " "))).contains(other);
        assertThat(BROWSER.find(Map.of("PATH", ""))).isEmpty();
    }

    @Test
    void isNotLookedForFurtherWhenTheOneThatIsNamedCannotBeRun() throws IOException {
        program("chromium");
        Path text = Files.writeString(folder.resolve("text"), "not a program");
        for (Path named : List.of(folder.resolve("nowhere"), text, folder)) {
            assertThatThrownBy(() -> BROWSER.find(environment(named)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "BROWSER is %s, expected the path of an executable chromium", named);
        }
    }

    private Map<String, String> environment(Path named) {
        return Map.of("PATH", folder.toString(), "BROWSER", named.toString());
    }

    private Path program(String name) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
