package io.syncopate.assessment.shared.grpc;

import io.syncopate.kernel.InvalidException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Files of text, in UTF-8 and in nothing else. */
public final class Utf8Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8Text() {}

    /** Behind a byte order mark, which spreadsheets write. */
    public static BufferedReader of(InputStream in) throws IOException {
        // Unlike a Reader by a charset's name, a decoder does not put a '?' where it cannot read.
        var text =
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Where it cannot be read beyond a row. */
    public static RuntimeException unreadable(int row, IOException e) {
        if (e instanceof CharacterCodingException) {
            return new InvalidException(
                    "content", "what follows row %d".formatted(row), "text in UTF-8");
        }
        return new UncheckedIOException("reading a file", e);
    }
}
