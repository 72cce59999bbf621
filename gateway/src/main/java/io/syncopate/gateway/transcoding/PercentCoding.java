package io.syncopate.gateway.transcoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-decoding of path segments and query parts; refuses what is not UTF-8. */
final class PercentCoding {

    private PercentCoding() {}

    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decode(text, false);
    }

    /** Leaves "%2F" as it is, so that a slash inside a segment stays apart from a separator. */
    static String decodeButSlash(String text) {
        return text.indexOf('%') < 0 ? text : decode(text, true);
    }

    /** In a query, a plus is a space. */
    static String decodeQuery(String text) {
        return decode(text.indexOf('+') < 0 ? text : text.replace('+', ' '));
    }

    private static String decode(String text, boolean keepSlash) {
        var bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                int start = i;
                while (i + 1 < text.length() && text.charAt(i + 1) != '%') {
                    i++;
                }
                bytes.put(text.substring(start, i + 1).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = i + 2 < text.length() ? hex(text, i + 1) : -1;
            if (value < 0) {
                throw new IllegalArgumentException(
                        "'"
                                + text
                                + "': % at position "
                                + i
                                + " is not followed by two hex digits");
            }
            if (keepSlash && value == '/') {
                bytes.put((byte) '%').put((byte) '2').put((byte) 'F');
            } else {
                bytes.put((byte) value);
            }
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("'" + text + "' is not UTF-8 when decoded", e);
        }
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
