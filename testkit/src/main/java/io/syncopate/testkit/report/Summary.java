package io.syncopate.testkit.report;

import io.syncopate.testkit.report.TestRecord.Result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last step of {@code ./mvnw verify}: prints a line per kind of test, with what was skipped and
 * why, and writes {@code target/rules-report.md}. Fails on a rule id that the ledger does not have
 * and, where floors are enforced, on a kind that ran fewer tests than its floor.
 *
 * <p>Usage: {@code Summary ROOT BUILD_STARTED FLOORS}, the start as an ISO instant: records of an
 * older build do not count; the floors a properties file below the root, kind to number, or
 * {@code none}.
 */
public final class Summary {

    private static final Pattern LEDGER_ROW = Pattern.compile("^\\| ([LP]-\\d{3}|N-\\d{2}) \\|");

    private final List<TestRecord> records;
    private final List<String> ledger;

    Summary(List<TestRecord> records, List<String> ledger) {
        this.records = List.copyOf(records);
        this.ledger = List.copyOf(ledger);
    }

    public static void main(String... args) throws IOException {
        Path root = Path.of(args[0]);
        var summary =
                new Summary(
                        read(root, Instant.parse(args[1])), ledger(root.resolve("docs/rules.md")));
        summary.print(System.out);
        Files.createDirectories(root.resolve("target"));
        Files.writeString(root.resolve("target/rules-report.md"), summary.rulesReport());
        var wrong = new ArrayList<>(summary.unknownRules());
        if (!args[2].equals("none")) {
            var floors = new Properties();
            try (var in = Files.newBufferedReader(root.resolve(args[2]))) {
                floors.load(in);
            }
            wrong.addAll(summary.belowFloor(floors));
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(System.err::println);
            System.exit(1);
        }
    }

    private static List<TestRecord> read(Path root, Instant started) throws IOException {
        var records = new ArrayList<TestRecord>();
        for (Path module : modules(root)) {
            List<TestRecord> recorded = recorded(module, started);
            records.addAll(recorded.isEmpty() ? MavenReports.read(module, started) : recorded);
        }
        return records;
    }

    /** In the root or one folder below, as the examples are. */
    static List<Path> modules(Path root) throws IOException {
        int ofItsPom = 3;
        try (Stream<Path> poms =
                Files.find(root, ofItsPom, (file, _) -> file.endsWith("pom.xml"))) {
            return poms.map(Path::getParent).sorted().toList();
        }
    }

    private static List<TestRecord> recorded(Path module, Instant started) throws IOException {
        var records = new ArrayList<TestRecord>();
        for (Path file : written(module.resolve("target/test-records"), ".tsv", started)) {
            Files.readAllLines(file).stream().map(TestRecord::parse).forEach(records::add);
        }
        return records;
    }

    /** The files of a directory, if there is one, that this build has written. */
    static List<Path> written(Path directory, String suffix, Instant started) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var written = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(suffix)
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(started)) {
                    written.add(file);
                }
            }
        }
        return written;
    }

    /** The rules, and the readings where a guide leaves room. */
    static List<String> ledger(Path rules) throws IOException {
        return Files.readAllLines(rules).stream()
                .map(LEDGER_ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .toList();
    }

    void print(PrintStream out) {
        out.println();
        out.printf("%-34s %7s %7s %7s%n", "what ran", "passed", "failed", "skipped");
        byKind().forEach(
                        (kind, tests) -> {
                            out.printf(
                                    "%-34s %7d %7d %7d%n",
                                    kind,
                                    count(tests, Result.PASSED),
                                    count(tests, Result.FAILED),
                                    count(tests, Result.SKIPPED));
                            tests.stream()
                                    .filter(test -> test.result() == Result.SKIPPED)
                                    .map(TestRecord::reason)
                                    .distinct()
                                    .forEach(reason -> out.println("    skipped: " + reason));
                        });
        long proven = ledger.stream().filter(id -> !testsOf(id).isEmpty()).count();
        out.printf(
                "%d of %d rules and readings of the ledger have tests: target/rules-report.md%n%n",
                proven, ledger.size());
        out.printf(
                "%d passed, %d failed, %d skipped; a test of two kinds stands in two lines above%n",
                count(records, Result.PASSED),
                count(records, Result.FAILED),
                count(records, Result.SKIPPED));
    }

    String rulesReport() {
        var report =
                new StringBuilder("# Rules, the tests that prove them, and how they ended\n\n");
        report.append("| rule | result | tests |\n|---|---|---|\n");
        for (String id : ledger) {
            List<TestRecord> tests = testsOf(id);
            report.append("| ").append(id).append(" | ").append(verdict(tests)).append(" | ");
            report.append(
                    tests.stream()
                            .map(test -> simpleName(test.type()) + "." + test.name())
                            .distinct()
                            .collect(Collectors.joining("<br>")));
            report.append(" |\n");
        }
        return report.toString();
    }

    List<String> unknownRules() {
        return records.stream()
                .flatMap(
                        test ->
                                test.rules().stream()
                                        .filter(id -> !ledger.contains(id))
                                        .map(
                                                id ->
                                                        test.type()
                                                                + "."
                                                                + test.name()
                                                                + " names rule "
                                                                + id
                                                                + ", which docs/rules.md does not"
                                                                + " have"))
                .distinct()
                .toList();
    }

    List<String> belowFloor(Properties floors) {
        Map<String, List<TestRecord>> kinds = byKind();
        return floors.stringPropertyNames().stream()
                .sorted()
                .filter(
                        kind ->
                                count(kinds.getOrDefault(kind, List.of()), Result.PASSED)
                                        < Long.parseLong(floors.getProperty(kind).strip()))
                .map(
                        kind ->
                                "kind '%s': %d tests passed, the floor is %s"
                                        .formatted(
                                                kind,
                                                count(
                                                        kinds.getOrDefault(kind, List.of()),
                                                        Result.PASSED),
                                                floors.getProperty(kind)))
                .toList();
    }

    /** A test of several kinds counts under each. */
    private SortedMap<String, List<TestRecord>> byKind() {
        var byKind = new TreeMap<String, List<TestRecord>>();
        for (TestRecord test : records) {
            for (String kind : test.kinds()) {
                byKind.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(test);
            }
        }
        return byKind;
    }

    private List<TestRecord> testsOf(String id) {
        return records.stream().filter(test -> test.rules().contains(id)).toList();
    }

    private static String verdict(List<TestRecord> tests) {
        if (tests.isEmpty()) {
            return "no test yet";
        }
        if (count(tests, Result.FAILED) > 0) {
            return "failed";
        }
        return count(tests, Result.PASSED) > 0 ? "passed" : "skipped";
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static long count(List<TestRecord> tests, Result result) {
        return tests.stream().filter(test -> test.result() == result).count();
    }
}
