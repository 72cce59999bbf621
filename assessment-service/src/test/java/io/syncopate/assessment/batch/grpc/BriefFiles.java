package io.syncopate.assessment.batch.grpc;

import build.buf.protovalidate.ValidatorFactory;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.Row;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.starter.call.RequestRules;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files of briefs, as a test writes and reads them. */
final class BriefFiles {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    static final BriefReading READING =
            new BriefReading(new RequestRules(ValidatorFactory.newBuilder().build()));

    private BriefFiles() {}

    static List<Row> read(String contentType, String text) {
        return read(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> read(String contentType, byte[] bytes) {
        BriefRows rows = FileType.of(contentType).rows(new ByteArrayInputStream(bytes), READING);
        var read = new ArrayList<Row>();
        while (rows.advance()) {
            read.add(rows.row());
        }
        return read;
    }

    static String ndjson(List<Brief> briefs) {
        var text = new StringBuilder();
        try {
            for (Brief brief : briefs) {
                JsonFormat.printer().omittingInsignificantWhitespace().appendTo(brief, text);
                text.append('\n');
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String csv(List<Brief> briefs, char delimiter) {
        List<Map<String, String>> rows = briefs.stream().map(BriefFiles::cells).toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (var csv = new CSVPrinter(text, format)) {
            csv.printRecord(columns);
            for (Map<String, String> row : rows) {
                csv.printRecord(
                        columns.stream().map(column -> row.getOrDefault(column, "")).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, String> cells(Message message) {
        var cells = new LinkedHashMap<String, String>();
        message.getAllFields()
                .forEach(
                        (field, value) -> {
                            if (field.isRepeated()) {
                                List<?> items = (List<?>) value;
                                for (int i = 0; i < items.size(); i++) {
                                    cell(cells, field.getName() + "[" + i + "]", items.get(i));
                                }
                            } else {
                                cell(cells, field.getName(), value);
                            }
                        });
        return cells;
    }

    private static void cell(Map<String, String> cells, String path, Object value) {
        switch (value) {
            case Message part ->
                    cells(part).forEach((name, text) -> cells.put(path + "." + name, text));
            case EnumValueDescriptor choice -> cells.put(path, choice.getName());
            default -> cells.put(path, value.toString());
        }
    }
}
