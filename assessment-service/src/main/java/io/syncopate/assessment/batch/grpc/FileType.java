package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.kernel.InvalidException;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The types of files that briefs are read from. */
enum FileType {
    NDJSON,
    CSV;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
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
        // Unlike a Reader by a charset's name, a decoder does not put a '?' where it cannot read.
        var text =
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            skipByteOrderMark(text);
            return switch (this) {
                case NDJSON -> new NdjsonRows(text, reading);
                case CSV -> CsvRows.of(text, reading);
            };
        } catch (IOException e) {
            throw unreadable(0, e);
        }
    }

    /** Where it cannot be read beyond a row. */
    static RuntimeException unreadable(int row, IOException e) {
        if (e instanceof CharacterCodingException) {
            return new InvalidException(
                    "content", "what follows row %d".formatted(row), "text in UTF-8");
        }
        return new UncheckedIOException("reading a file of briefs", e);
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static InvalidException refused(String contentType) {
        return new InvalidException(
                "content.content_type", contentType, "text/csv or application/x-ndjson, in UTF-8");
    }
}
