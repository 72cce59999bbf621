package io.syncopate.assessment.batch.grpc;

import static io.syncopate.assessment.batch.grpc.BriefFiles.CSV;
import static io.syncopate.assessment.batch.grpc.BriefFiles.NDJSON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.assessment.batch.BatchLimits;
import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.RefusedRow;
import io.syncopate.assessment.batch.Row;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

class BriefFilesTest {

    private static final String GOOD = "{\"objective\": {\"statement\": \"Know it\"}}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "audience.size | -5 | 1 to 10000000",
                "audience.size | many | a whole number",
                "audience.size | 2.5 | a whole number",
                "history.completion_rate | 1,5 | a number, such as 0.5",
                "history.completion_rate | NaN | a number, such as 0.5",
                "objective.type | knowledge | one of KNOWLEDGE, SKILL, ATTITUDE, MIXED",
                "content.self_contained | yes | true or false",
                "audience.zones[0].zone | Berlin | an IANA name such as Europe/Berlin",
                "audience.live_time.minutes | 1441 | 1 to 1440"
            })
    void tellsFieldValueAndExpectationOfACell(String field, String value, String expected) {
        String more =
                switch (field) {
                    case "audience.zones[0].zone" -> "audience.zones[0].head_count,3";
                    default -> "audience.time_zones,2";
                };
        String file =
                "objective.statement,%s,%s\nKnow it,\"%s\",%s\n"
                        .formatted(field, more.split(",")[0], value, more.split(",")[1]);
        Violation error = error(BriefFiles.read(CSV, file).getFirst());
        // What is wrong with a zone is told of the list, as in a call.
        assertThat(field).startsWith(error.field());
        assertThat(error.value()).contains(value);
        assertThat(error.expected()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"audience\": {\"size\": -5} | audience.size | -5 | 1 to 10000000",
                "\"audience\": {\"size\": 2.5} | audience.size | 2.5 | a whole number",
                "\"audience\": {\"size\": true} | audience.size | true | a whole number",
                "\"audience\": {\"techLiteracy\": \"LOTS\"} | audience.tech_literacy | LOTS | one"
                        + " of LOW, MEDIUM, HIGH, MIXED",
                "\"content\": {\"self_contained\": \"true\"} | content.self_contained | true | true"
                        + " or false",
                "\"audience\": [] | audience | [] | an object",
                "\"activities\": {} | activities | {} | a list",
                "\"activities\": [{}, 7] | activities[1] | 7 | an object",
                "\"proposal\": 7 | proposal | 7 | text",
                "\"audiense\": {} | audiense | {} | one of objective, audience, content, resources,"
                        + " domain, stakeholder_reason, reason_kind, activities, plan, proposal,"
                        + " requested_workflow, history, design"
            })
    void tellsFieldValueAndExpectationOfALine(
            String member, String field, String value, String expected) {
        String line = "{\"objective\": {\"statement\": \"Know it\"}, %s}".formatted(member);
        Violation error = error(BriefFiles.read(NDJSON, line).getFirst());
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.value()).contains(value);
        assertThat(error.expected()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"objective\": ", "{} {}", "{\"plan\": {}, \"plan\": {}}", "nothing"})
    void aLineThatIsNotOneObjectIsItsOwnError(String line) {
        List<Row> rows = BriefFiles.read(NDJSON, GOOD + line + "\n\n" + GOOD);
        assertThat(rows).extracting(Row::number).containsExactly(1, 2, 3);
        assertThat(error(rows.get(1)).expected()).contains("one JSON object, each name once");
        assertThat(rows.get(2)).isInstanceOf(Row.Stated.class);
    }

    @Test
    void takesJsonAsTheApiDoes() {
        String line =
                "{\"objective\":{\"statement\":\"Know"
                        + " it\",\"type\":1},\"audience\":{\"size\":\"80\","
                        + "\"time_zones\":2.0,\"schedules\":null,\"liveTime\":{\"everyWeeks\":2}}}";
        assertThat(BriefFiles.read("application/jsonl; charset=UTF-8", line))
                .isEqualTo(
                        BriefFiles.read(
                                CSV,
                                "objective.statement,objective.type,audience.size,"
                                        + "audience.timeZones,audience.live_time.everyWeeks\n"
                                        + "Know it,KNOWLEDGE, 80 ,2,2\n"));
    }

    @Test
    void aMissingObjectiveIsToldByItsName() {
        assertThat(
                        error(
                                BriefFiles.read(CSV, "objective.statement,audience.size\n,5\n")
                                        .getFirst()))
                .satisfies(error -> assertThat(error.field()).isEqualTo("objective.statement"));
    }

    @Test
    void takesWhatSpreadsheetsWrite() {
        String file =
                "\uFEFFobjective.statement;content.self_contained;history.completion_rate\r\n"
                        + "\"Know; \"\"it\"\"\";TRUE;0.5\r\n\r\n;;\r\nMore;FALSE;\r\n";
        assertThat(BriefFiles.read(CSV, file))
                .isEqualTo(
                        BriefFiles.read(
                                NDJSON,
                                """
                                {"objective": {"statement": "Know; \\"it\\""}, "content": {"selfContained": true}, "history": {"completionRate": 0.5}}
                                {"objective": {"statement": "More"}, "content": {"selfContained": false}}
                                """));
    }

    @Test
    void aRowOfAnotherWidthIsItsOwnError() {
        List<Row> rows = BriefFiles.read(CSV, "objective.statement,audience.size\na,1,2\nb\nc,3\n");
        assertThat(error(rows.get(0)).description())
                .isEqualTo("'3 cells': expected 2 as there are columns");
        assertThat(error(rows.get(1)).value()).contains("1 cells");
        assertThat(rows.get(2)).isInstanceOf(Row.Stated.class);
    }

    @Test
    void aListWithoutAnItemInTheMiddleIsAnError() {
        String header =
                "objective.statement,resources.owned_tools[0],resources.owned_tools[1],"
                        + "resources.owned_tools[2]\n";
        assertThat(error(BriefFiles.read(CSV, header + "a,Zoom,,Miro\n").getFirst()).field())
                .isEqualTo("resources.owned_tools[1]");
        assertThat(BriefFiles.read(CSV, header + "a,Zoom,,\n").getFirst())
                .isInstanceOf(Row.Stated.class);
    }

    @Test
    void aRowThatIsTooLongIsItsOwnError() {
        String line = GOOD.replace("Know it", "x".repeat(BatchLimits.ROW_LENGTH));
        List<Row> rows = BriefFiles.read(NDJSON, line + GOOD);
        assertThat(error(rows.getFirst()).expected()).contains("100000 at most");
        assertThat(rows.get(1)).isInstanceOf(Row.Stated.class);
        String csv =
                "objective.statement\n" + "x".repeat(BatchLimits.ROW_LENGTH + 1) + "\nKnow it\n";
        assertThat(error(BriefFiles.read(CSV, csv).getFirst()).expected())
                .contains("100000 at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audiense.size | content.columns[1] | one of objective, audience,",
                "audience.sise | content.columns[1] | one of size, time_zones,",
                "audience | content.columns[1] | one of size, time_zones,",
                "audience.size.low | content.columns[1] | nothing behind size",
                "audience.zones.zone | content.columns[1] | zones[0], zones[1] and so on",
                "audience[0].size | content.columns[1] | audience without a number",
                "objective.statement | content.columns[1] | each column once",
                "activities[1].key | content.columns | activities[0] before activities[1]",
                "activities[01].key | content.columns[1] | one of objective,"
            })
    void refusesAColumnThatIsNoField(String column, String field, String expected) {
        InvalidException refusal = refusal(CSV, "objective.statement,%s\na,b\n".formatted(column));
        assertThat(refusal.violations())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.expected().orElse("")).startsWith(expected);
                        });
    }

    @Test
    void refusesAFileThatCannotBeReadToItsEnd() {
        assertThat(refusal(CSV, "objective.statement\na\n\"b").getMessage())
                .contains("what follows row 1")
                .contains("RFC 4180");
        assertThat(refusal(CSV, "").getMessage())
                .contains("expected a header with paths of fields");
        byte[] latin = (GOOD + "{\"proposal\": \"\u00fc\"}").getBytes(StandardCharsets.ISO_8859_1);
        InvalidException encoding =
                catchThrowableOfType(InvalidException.class, () -> BriefFiles.read(NDJSON, latin));
        assertThat(encoding.getMessage()).contains("expected text in UTF-8");
    }

    @Test
    void refusesFilesWithoutBriefsAndWithTooMany() {
        assertThat(tooMany("objective.statement\n").getMessage())
                .isEqualTo("content: '0 rows': expected 1 to 10000");
        assertThat(tooMany("objective.statement\n" + "a\n".repeat(10_001)).getMessage())
                .isEqualTo("content: 'more than 10000 rows': expected 1 to 10000");
        assertThat(BatchLimits.count(rows("objective.statement\n" + "a\n".repeat(10_000))))
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "text/csv;charset=latin1", "text/plain", "csv"})
    void refusesOtherTypesOfFiles(String type) {
        InvalidException refusal = refusal(type, GOOD);
        assertThat(refusal.violations().getFirst().field()).isEqualTo("content.content_type");
        assertThat(refusal.violations().getFirst().expected())
                .contains("text/csv or application/x-ndjson, in UTF-8");
    }

    private static Violation error(Row row) {
        assertThat(row).isInstanceOf(RefusedRow.class);
        return ((RefusedRow) row).errors().getFirst();
    }

    private static InvalidException refusal(String type, String text) {
        return Objects.requireNonNull(
                catchThrowableOfType(InvalidException.class, () -> BriefFiles.read(type, text)),
                "refusal");
    }

    private static InvalidException tooMany(String csv) {
        return Objects.requireNonNull(
                catchThrowableOfType(InvalidException.class, () -> BatchLimits.count(rows(csv))),
                "refusal");
    }

    private static BriefRows rows(String csv) {
        return FileType.CSV.rows(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), BriefFiles.READING);
    }
}
