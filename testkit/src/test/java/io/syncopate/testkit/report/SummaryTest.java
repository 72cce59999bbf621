package io.syncopate.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.report.TestRecord.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

class SummaryTest {

    private static final List<String> LEDGER = List.of("L-001", "L-002", "L-003");

    private final Summary summary =
            new Summary(
                    List.of(
                            test("plain", "a", Result.PASSED, "", "L-001"),
                            test("plain", "b", Result.FAILED, "", "L-001"),
                            test("store MONGOD", "c", Result.SKIPPED, "no mongod: set it", "L-002"),
                            test("store EMBEDDED", "c", Result.PASSED, "", "L-002")),
                    LEDGER);

    @Test
    void tellsPerKindWhatRanAndWhyTheRestDidNot() {
        var bytes = new ByteArrayOutputStream();
        summary.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("plain +1 +1 +0")
                .containsPattern("store MONGOD +0 +0 +1")
                .contains("skipped: no mongod: set it")
                .contains("2 of 3 rules and readings")
                .contains("2 passed, 1 failed, 1 skipped");
    }

    @Test
    void reportsEachRuleWithItsTests() {
        assertThat(summary.rulesReport())
                .contains("| L-001 | failed | T.a<br>T.b |")
                .contains("| L-002 | passed | T.c |")
                .contains("| L-003 | no test yet |  |");
    }

    @Test
    void refusesARuleThatTheLedgerDoesNotHave() {
        var typo = new Summary(List.of(test("plain", "a", Result.PASSED, "", "L-999")), LEDGER);
        assertThat(typo.unknownRules()).singleElement().asString().contains("L-999");
        assertThat(summary.unknownRules()).isEmpty();
    }

    @Test
    void takesRulesAndReadingsFromTheLedger(@TempDir Path directory) throws IOException {
        Path ledger =
                Files.writeString(
                        directory.resolve("rules.md"),
                        """
                        | id | kind | rule |
                        |---|---|---|
                        | L-001 | R | a rule |
                        | P-020 | R | another |
                        | N-05 | production | a reading |
                        """);
        assertThat(Summary.ledger(ledger)).containsExactly("L-001", "P-020", "N-05");
    }

    @Test
    void findsModulesInTheRootAndOneFolderBelow(@TempDir Path root) throws IOException {
        Path gateway = Files.createDirectories(root.resolve("gateway"));
        Path example = Files.createDirectories(root.resolve("examples/room-service"));
        Files.createDirectories(root.resolve("docs"));
        for (Path module : List.of(root, gateway, example)) {
            Files.createFile(module.resolve("pom.xml"));
        }
        assertThat(Summary.modules(root)).containsExactly(root, example, gateway);
    }

    @Test
    void refusesAKindThatRanLessThanItsFloor() {
        var floors = new Properties();
        floors.setProperty("store EMBEDDED", "1");
        assertThat(summary.belowFloor(floors)).isEmpty();
        floors.setProperty("store MONGOD", "1");
        assertThat(summary.belowFloor(floors))
                .containsExactly("kind 'store MONGOD': 0 tests passed, the floor is 1");
    }

    @Test
    void countsATestOfTwoKindsUnderEachAndOnceInTheSum() {
        var both =
                new Summary(
                        List.of(test("processes+store MONGOD", "a", Result.PASSED, "", "L-001")),
                        LEDGER);
        var bytes = new ByteArrayOutputStream();
        both.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("processes +1 +0 +0")
                .containsPattern("store MONGOD +1 +0 +0")
                .contains("1 passed, 0 failed");
    }

    @Test
    void recordsSurviveTheirFile() {
        TestRecord record = test("plain+store MONGOD", "a", Result.SKIPPED, "two words", "L-001");
        assertThat(TestRecord.parse(record.line())).isEqualTo(record);
    }

    private static TestRecord test(
            String kind, String name, Result result, String reason, String rule) {
        return new TestRecord(
                List.of(kind.split("\\+")), "io.syncopate.T", name, result, reason, List.of(rule));
    }
}
