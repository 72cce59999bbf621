package io.syncopate.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceKindsTest {

    private final ResourceKinds.Builder builder = new ResourceKinds.Builder();

    ResourceKindsTest() {
        add("programs/{program}", "assessment");
        add("programs/{program}/assessments/{assessment}", "assessment");
        add("queues/{pipeline}.{stage}", "asset");
        add("campaigns/{campaign}/assets/{asset}", "asset");
    }

    @ParameterizedTest
    @CsvSource({
        "programs/a, programs/{program}, assessment",
        "programs/a/assessments/b, programs/{program}/assessments/{assessment}, assessment",
        "campaigns/a/assets/b, campaigns/{campaign}/assets/{asset}, asset",
        "queues/std.copy, queues/{pipeline}.{stage}, asset"
    })
    void findsWhoHasAResourceByItsName(String name, String pattern, String backend) {
        assertThat(builder.build().find(name)).contains(new ResourceKind(pattern, backend));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programs",
                "programs/",
                "/programs/a",
                "programs/a/",
                "programs/a/b/c",
                "programs/a/assessments",
                "assets/a",
                "*",
                "Programs/a"
            })
    void saysWhichNamesThereAre(String name) {
        assertThat(builder.build().find(name)).isEmpty();
        assertThat(builder.build().unknown(name))
                .isInstanceOfSatisfying(
                        HistoryException.UnknownKind.class,
                        refusal -> {
                            Violation wrong = refusal.violations().getFirst();
                            assertThat(wrong.field()).isEqualTo("name");
                            assertThat(wrong.value()).contains(name);
                            assertThat(wrong.expected().orElseThrow())
                                    .contains("programs/{program}, programs/{program}/assessments")
                                    .contains("queues/{pipeline}.{stage}");
                        });
    }

    @Test
    void aKindIsWhoseItWasFirst() {
        assertThat(builder.add(new ResourceKind("programs/{id}", "foreign")))
                .contains(new ResourceKind("programs/{program}", "assessment"));
        assertThat(builder.build().find("programs/a"))
                .contains(new ResourceKind("programs/{program}", "assessment"));
    }

    private void add(String pattern, String backend) {
        assertThat(builder.add(new ResourceKind(pattern, backend))).isEmpty();
    }
}
