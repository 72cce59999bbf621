package io.syncopate.assessment.batch.grpc;

import io.syncopate.proto.assessment.v1.BatchPreviewRow;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.proto.assessment.v1.Workflow;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What came of briefs as a table for a spreadsheet (RFC 4180). */
final class ResultTable {

    private static final List<String> HEADER =
            List.of(
                    "row",
                    "recommended",
                    "best_fit",
                    "feasible_runner_up",
                    "synchronous_points",
                    "asynchronous_points",
                    "blended_points",
                    "margin",
                    "near_tie",
                    "confidence_percent",
                    "secondary_component",
                    "secondary_live",
                    "summary",
                    "errors");

    private ResultTable() {}

    static byte[] header() {
        return lines(csv -> csv.printRecord(HEADER));
    }

    static byte[] rows(List<BatchPreviewRow> rows) {
        return lines(
                csv -> {
                    for (BatchPreviewRow row : rows) {
                        csv.printRecord(row.hasPreview() ? answered(row) : refused(row));
                    }
                });
    }

    private static List<?> answered(BatchPreviewRow row) {
        BatchPreviewRow.Preview preview = row.getPreview();
        return List.of(
                row.getRow(),
                preview.getRecommended(),
                preview.getBestFit(),
                preview.getFeasibleRunnerUp() == Workflow.Value.VALUE_UNSPECIFIED
                        ? ""
                        : preview.getFeasibleRunnerUp(),
                points(preview, Workflow.Value.SYNCHRONOUS),
                points(preview, Workflow.Value.ASYNCHRONOUS),
                points(preview, Workflow.Value.BLENDED),
                preview.getMargin(),
                preview.getNearTie(),
                preview.getConfidencePercent(),
                preview.getSecondaryComponent().getText(),
                preview.getSecondaryComponent().getLive(),
                preview.getSummary(),
                "");
    }

    private static List<?> refused(BatchPreviewRow row) {
        return List.of(row.getRow(), "", "", "", "", "", "", "", "", "", "", "", "", errors(row));
    }

    private static int points(BatchPreviewRow.Preview preview, Workflow.Value workflow) {
        return preview.getScoresList().stream()
                .filter(score -> score.getWorkflow() == workflow)
                .mapToInt(Score::getPoints)
                .sum();
    }

    /** Begins with words of ours: a spreadsheet takes a cell that begins with '=' for a formula. */
    private static String errors(BatchPreviewRow row) {
        return row.getErrorsList().stream()
                .map(
                        error ->
                                (error.getField().isEmpty()
                                                ? "the row"
                                                : "field " + error.getField())
                                        + ": "
                                        + error.getDescription())
                .collect(Collectors.joining("; "));
    }

    private interface Lines {
        void printTo(CSVPrinter csv) throws IOException;
    }

    private static byte[] lines(Lines lines) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            lines.printTo(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
