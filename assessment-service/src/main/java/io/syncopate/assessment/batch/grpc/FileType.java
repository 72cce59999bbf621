package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.shared.grpc.Utf8Text;
import io.syncopate.kernel.InvalidException;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The types of files that briefs are read from. */
enum FileType {
    NDJSON,
    CSV;

    private static final Set<String> JSON_LINES =
            Set.of(
                    "application/x-ndjson",
                    "application/ndjson",
                    "application/jsonl",
                    "application/x-jsonlines");

    /**
     * @throws InvalidException when it is another one, or in another encoding than UTF-8
     */
    static FileType of(String contentType) {
        try {
            MimeType type = MimeTypeUtils.parseMimeType(contentType);
            Charset charset = type.getCharset();
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                String name = type.getType() + "/" + type.getSubtype();
                if (name.equals("text/csv")) {
                    return CSV;
                }
                if (JSON_LINES.contains(name)) {
                    return NDJSON;
                }
            }
        } catch (InvalidMimeTypeException e) {
            throw refused(contentType);
        }
        throw refused(contentType);
    }

    /**
     * @param in what the file holds
     */
    BriefRows rows(InputStream in, BriefReading reading) {
        try {
            BufferedReader text = Utf8Text.of(in);
            return switch (this) {
                case NDJSON -> new NdjsonRows(text, reading);
                case CSV -> CsvRows.of(text, reading);
            };
        } catch (IOException e) {
            throw Utf8Text.unreadable(0, e);
        }
    }

    private static InvalidException refused(String contentType) {
        return new InvalidException(
                "content.content_type", contentType, "text/csv or application/x-ndjson, in UTF-8");
    }
}
