package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.assessment.batch.RefusedRow;
import io.syncopate.assessment.batch.RowResult;
import io.syncopate.assessment.scoring.Outline;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.BatchPreviewRow;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.proto.assessment.v1.SecondaryComponent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of briefs: messages as they are kept, and lines of JSON. */
final class ResultFile {

    /** Yes, no and 0 are told: left out they would read as not known. */
    private static final Set<FieldDescriptor> ALWAYS =
            Stream.of(
                            BatchPreviewRow.Preview.getDescriptor(),
                            Score.getDescriptor(),
                            SecondaryComponent.getDescriptor())
                    .map(Descriptor::getFields)
                    .flatMap(List::stream)
                    .filter(ResultFile::isNumberOrFlag)
                    .collect(Collectors.toUnmodifiableSet());

    private static final JsonFormat.Printer JSON =
            JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .includingDefaultValueFields(ALWAYS);

    private ResultFile() {}

    /** One message after the other, each with its length. */
    static byte[] kept(List<RowResult> results) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (RowResult result : results) {
                message(result).writeDelimitedTo(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static List<BatchPreviewRow> read(byte[] kept) {
        var in = new ByteArrayInputStream(kept);
        var rows = new ArrayList<BatchPreviewRow>();
        try {
            BatchPreviewRow row;
            while ((row = BatchPreviewRow.parseDelimitedFrom(in)) != null) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a piece of a batch's result cannot be read", e);
        }
        return List.copyOf(rows);
    }

    static byte[] ndjson(List<BatchPreviewRow> rows) {
        var lines = new StringBuilder();
        try {
            for (BatchPreviewRow row : rows) {
                JSON.appendTo(row, lines);
                lines.append('\n');
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a row has no JSON form", e);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static BatchPreviewRow message(RowResult result) {
        var row = BatchPreviewRow.newBuilder().setRow(result.number());
        switch (result) {
            case RowResult.Answered answered -> row.setPreview(preview(answered.outline()));
            case RefusedRow refused ->
                    refused.errors().forEach(error -> row.addErrors(error(error)));
        }
        return row.build();
    }

    private static BatchPreviewRow.Preview preview(Outline outline) {
        var preview =
                BatchPreviewRow.Preview.newBuilder()
                        .setRecommended(Protos.workflow(outline.recommended()))
                        .setBestFit(Protos.workflow(outline.bestFit()))
                        .setSummary(outline.summary())
                        .setMargin(outline.margin())
                        .setNearTie(outline.nearTie())
                        .setSecondaryComponent(Protos.secondary(outline.secondary()))
                        .setConfidencePercent(outline.confidencePercent());
        outline.runnerUp().ifPresent(other -> preview.setFeasibleRunnerUp(Protos.workflow(other)));
        outline.scores().forEach(score -> preview.addScores(Protos.score(score)));
        return preview.build();
    }

    private static BatchPreviewRow.Error error(Violation error) {
        return BatchPreviewRow.Error.newBuilder()
                .setField(error.field())
                .setValue(error.value().orElse(""))
                .setExpected(error.expected().orElse(""))
                .setDescription(error.description())
                .build();
    }

    private static boolean isNumberOrFlag(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.INT
                || field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN;
    }
}
