package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Tag("kind:processes")
@ExtendWith(SharedStandalone.class)
class HistoryIT extends Histories {

    HistoryIT(SharedStandalone.Running shared) {
        super(shared.api());
    }

    /** Killed while its last events are on their way from outbox to log to audit. */
    @Test
    void aKillLosesNothingOfTheAuditAndDoublesNothing(@TempDir Path directory) {
        var entered = new ArrayList<String>();
        for (int life = 0; life < 2; life++) {
            try (var mine = StandaloneProcess.start(directory, Optional.empty())) {
                for (int i = 0; i < 15; i++) {
                    String uid = "life%d-%d".formatted(life, i);
                    ObjectNode person = Api.object().put("displayName", uid);
                    person.putArray("roles").add("viewer");
                    mine.api().post("/v1/people?personId=" + uid, person.toString()).ok();
                    entered.add("people/" + uid);
                }
                mine.kill();
            }
        }
        try (var mine = StandaloneProcess.start(directory, Optional.empty())) {
            List<JsonNode> audited =
                    audited(
                            mine.api(),
                            "subject = people/life* AND type = syncopate.gateway.v1.PersonEntered",
                            entered.size());
            assertThat(audited)
                    .extracting(event -> event.path("subject").asString())
                    .containsExactlyInAnyOrderElementsOf(entered);
        }
    }
}
