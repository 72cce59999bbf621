package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.kernel.InvalidException;
import io.syncopate.starter.file.TextFile;

import java.io.BufferedReader;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/** The types of files that briefs are read from. */
enum FileType {
    NDJSON(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines"),
    CSV("text/csv");

    private final Set<String> names;

    FileType(String... names) {
        this.names = Set.of(names);
    }

    /**
     * @throws InvalidException when it is another one, or in another encoding than UTF-8
     */
    static FileType of(String contentType) {
        return TextFile.type(contentType)
                .flatMap(
                        name ->
                                Arrays.stream(values())
                                        .filter(type -> type.names.contains(name))
                                        .findFirst())
                .orElseThrow(
                        () ->
                                new InvalidException(
                                        "content.content_type",
                                        contentType,
                                        "text/csv or application/x-ndjson, in UTF-8"));
    }

    /**
     * @param in what the file holds
     */
    BriefRows rows(InputStream in, BriefReading reading) {
        BufferedReader text = TextFile.open(in);
        return switch (this) {
            case NDJSON -> new NdjsonRows(text, reading);
            case CSV -> CsvRows.of(text, reading);
        };
    }
}
