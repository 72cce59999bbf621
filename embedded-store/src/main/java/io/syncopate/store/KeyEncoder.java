package io.syncopate.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * Values as bytes whose unsigned order is the order of the values, as MongoDB sorts them. Values for which that cannot be
 * had (lists, decimals, patterns, not-a-number) are refused: an index keeps their documents apart.
 */
final class KeyEncoder {

    private static final byte END = 0x01;
    private static final byte TAG_NULL = 0x10;
    private static final byte TAG_NUMBER = 0x20;
    private static final byte TAG_STRING = 0x30;
    private static final byte TAG_DOCUMENT = 0x40;
    private static final byte TAG_BINARY = 0x50;
    private static final byte TAG_UUID = 0x58;
    private static final byte TAG_OBJECT_ID = 0x60;
    private static final byte TAG_BOOLEAN = 0x68;
    private static final byte TAG_INSTANT = 0x70;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    /** Appends one value; descending values are stored complemented. Answers false when it has no place in the order. */
    boolean append(@Nullable Object value, boolean ascending) {
        if (ascending) {
            return write(value);
        }
        KeyEncoder inner = new KeyEncoder();
        if (!inner.write(value)) {
            return false;
        }
        for (byte b : inner.out.toByteArray()) {
            out.write(~b);
        }
        return true;
    }

    void append(byte section) {
        out.write(section);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static boolean sameType(@Nullable Object left, @Nullable Object right) {
        return tag(left) == tag(right);
    }

    /** Compares two values that can be encoded. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        return Arrays.compareUnsigned(encode(left), encode(right));
    }

    static byte[] encode(@Nullable Object value) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(value, true);
        return encoder.bytes();
    }

    static boolean canEncode(@Nullable Object value) {
        return new KeyEncoder().write(value);
    }

    private static byte tag(@Nullable Object value) {
        return switch (value) {
            case null -> TAG_NULL;
            case Missing ignored -> TAG_NULL;
            case Decimal128 ignored -> 0;
            case Number number -> Double.isNaN(number.doubleValue()) ? 0 : TAG_NUMBER;
            case String ignored -> TAG_STRING;
            case Document ignored -> TAG_DOCUMENT;
            case BinData ignored -> TAG_BINARY;
            case UUID ignored -> TAG_UUID;
            case ObjectId ignored -> TAG_OBJECT_ID;
            case Boolean ignored -> TAG_BOOLEAN;
            case Instant ignored -> TAG_INSTANT;
            default -> 0;
        };
    }

    private boolean write(@Nullable Object value) {
        byte tag = tag(value);
        if (tag == 0) {
            return false;
        }
        out.write(tag);
        return switch (value) {
            case Number number -> number(number);
            case String string -> string(string);
            case Document document -> document(document);
            case BinData binary -> binary(binary.getData());
            case UUID uuid -> string(uuid.toString());
            case ObjectId id -> bytes(id.toByteArray());
            case Boolean truth -> bytes(truth ? (byte) 1 : (byte) 0);
            case Instant instant -> signed(instant.toEpochMilli());
            case null, default -> true;
        };
    }

    /** The double in an order-keeping form, then what a 64-bit integer has beyond it. */
    private boolean number(Number number) {
        double approximate = number.doubleValue() + 0.0; // no negative zero
        long bits = Double.doubleToLongBits(approximate);
        signed(bits < 0 ? bits ^ Long.MAX_VALUE : bits);
        long rest = number instanceof Long exact ? beyond(exact, approximate) : 0;
        int biased = (int) rest + 0x4000;
        out.write(biased >>> 8);
        out.write(biased);
        return true;
    }

    private static long beyond(long exact, double approximate) {
        if (approximate >= 0x1p63) {
            return exact - Long.MAX_VALUE - 1;
        }
        return exact - (long) approximate;
    }

    private boolean signed(long value) {
        long unsigned = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (unsigned >>> shift));
        }
        return true;
    }

    /** By UTF-16 unit, as {@link String#compareTo}; a zero byte ends it, so a prefix comes first. */
    private boolean string(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < 2) {
                out.write(1);
                out.write(c + 1);
            } else if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
            } else {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            }
        }
        out.write(0);
        return true;
    }

    private boolean binary(byte[] data) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(data.length >>> shift);
        }
        return bytes(data);
    }

    private boolean bytes(byte... data) {
        out.writeBytes(data);
        return true;
    }

    private boolean document(Document document) {
        for (Map.Entry<String, Object> entry : document.entrySet()) {
            byte tag = tag(entry.getValue());
            if (tag == 0) {
                return false;
            }
            out.write(tag);
            string(entry.getKey());
            if (!write(entry.getValue())) {
                return false;
            }
        }
        out.write(END);
        return true;
    }
}
