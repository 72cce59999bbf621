package io.syncopate.testkit.report;

import java.util.List;

/**
 * One test, as it ended.
 *
 * @param kinds what the test needed, such as {@code plain}, or {@code processes} and {@code store MONGOD}
 * @param reason why it was skipped, or empty
 * @param rules the ledger ids that it proves
 */
record TestRecord(
        List<String> kinds,
        String type,
        String name,
        Result result,
        String reason,
        List<String> rules) {

    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    String line() {
        return String.join(
                "\t",
                String.join(",", kinds),
                type,
                flat(name),
                result.name(),
                flat(reason),
                String.join(",", rules));
    }

    static TestRecord parse(String line) {
        String[] cells = line.split("\t", -1);
        List<String> rules = cells[5].isEmpty() ? List.of() : List.of(cells[5].split(","));
        return new TestRecord(
                List.of(cells[0].split(",")),
                cells[1],
                cells[2],
                Result.valueOf(cells[3]),
                cells[4],
                rules);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
