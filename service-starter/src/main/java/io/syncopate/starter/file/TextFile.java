package io.syncopate.starter.file;

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
import java.util.Optional;

/** Text in UTF-8, in the field {@code content} of a request. */
public final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /**
     * The type without its parameters, such as {@code text/csv}; empty when it is none, or says
     * another encoding than UTF-8.
     */
    public static Optional<String> type(String contentType) {
        try {
            MimeType type = MimeTypeUtils.parseMimeType(contentType);
            Charset charset = type.getCharset();
            return charset == null || charset.equals(StandardCharsets.UTF_8)
                    ? Optional.of(type.getType() + "/" + type.getSubtype())
                    : Optional.empty();
        } catch (InvalidMimeTypeException e) {
            return Optional.empty();
        }
    }

    /**
     * Behind the byte order mark, where there is one.
     *
     * @throws InvalidException when it does not begin as text in UTF-8
     */
    public static BufferedReader open(InputStream in) {
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
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            throw unreadable(0, e);
        }
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
