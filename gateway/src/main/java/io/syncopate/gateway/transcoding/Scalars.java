package io.syncopate.gateway.transcoding;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.Base64;
import java.util.stream.Collectors;

/** Single values from text, as path, query, map keys and quoted JSON values spell them. */
final class Scalars {

    /** The text is none of what {@link #expected} says. */
    static final class NotThisException extends Exception {
        NotThisException() {
            super(null, null, false, false);
        }
    }

    private static final BigInteger UNSIGNED_64 =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_NAMES = 30;

    private Scalars() {}

    /** Reads a value that is not a list; also the well-known messages that are one JSON string. */
    static Object parse(FieldDescriptor field, String text) throws NotThisException {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT32, FIXED32 -> (int) whole(text, 0, 0xFFFF_FFFFL);
            case INT64, SINT64, SFIXED64 -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case UINT64, FIXED64 -> unsigned(text);
            case FLOAT -> toFloat(real(text));
            case DOUBLE -> real(text);
            case BOOL -> bool(text);
            case STRING -> unicode(text);
            case BYTES -> bytes(text);
            case ENUM -> enumValue(field.getEnumType(), text);
            case MESSAGE, GROUP -> message(field, text);
        };
    }

    static long whole(String text, long least, long most) throws NotThisException {
        BigInteger value = integer(text);
        if (value.compareTo(BigInteger.valueOf(least)) < 0
                || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new NotThisException();
        }
        return value.longValue();
    }

    static long unsigned(String text) throws NotThisException {
        BigInteger value = integer(text);
        if (value.signum() < 0 || value.compareTo(UNSIGNED_64) > 0) {
            throw new NotThisException();
        }
        return value.longValue();
    }

    /** "1.0" and "1e2" are whole numbers too. */
    private static BigInteger integer(String text) throws NotThisException {
        if (text.length() > LONGEST_NUMBER || text.startsWith("+")) {
            throw new NotThisException();
        }
        try {
            var decimal = new BigDecimal(text);
            // 10^30 is beyond every integer; without this an exponent decides how much memory is
            // used
            if (decimal.precision() - (long) decimal.scale() > 30
                    || decimal.scale() > LONGEST_NUMBER) {
                throw new NotThisException();
            }
            return decimal.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new NotThisException();
        } catch (NumberFormatException e) {
            throw new NotThisException();
        }
    }

    static double real(String text) throws NotThisException {
        switch (text) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
        }
        try {
            // BigDecimal first: Double.parseDouble takes "1d", " 1" and hexadecimal as well
            double value = text.length() > 400 ? Double.NaN : new BigDecimal(text).doubleValue();
            if (Double.isInfinite(value) || Double.isNaN(value)) {
                throw new NotThisException();
            }
            return value;
        } catch (NumberFormatException e) {
            throw new NotThisException();
        }
    }

    static float toFloat(double value) throws NotThisException {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw new NotThisException();
        }
        return narrow;
    }

    private static boolean bool(String text) throws NotThisException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotThisException();
        };
    }

    static String unicode(String text) throws NotThisException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new NotThisException();
                }
                i++;
            }
        }
        return text;
    }

    private static ByteString bytes(String text) throws NotThisException {
        try {
            String standard = text.replace('-', '+').replace('_', '/');
            return ByteString.copyFrom(Base64.getDecoder().decode(standard));
        } catch (IllegalArgumentException e) {
            throw new NotThisException();
        }
    }

    static EnumValueDescriptor enumValue(EnumDescriptor type, String text) throws NotThisException {
        EnumValueDescriptor value = type.findValueByName(text);
        return value != null
                ? value
                : enumValue(type, (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    static EnumValueDescriptor enumValue(EnumDescriptor type, int number) throws NotThisException {
        EnumValueDescriptor value = type.findValueByNumber(number);
        if (value == null) {
            throw new NotThisException();
        }
        return value;
    }

    private static Message message(FieldDescriptor field, String text) throws NotThisException {
        var type = field.getMessageType();
        if (WellKnown.isWrapper(type)) {
            FieldDescriptor value = type.findFieldByNumber(1);
            return DynamicMessage.newBuilder(type).setField(value, parse(value, text)).build();
        }
        try {
            Message parsed =
                    switch (type.getFullName()) {
                        case WellKnown.TIMESTAMP -> Timestamps.parse(text);
                        case WellKnown.DURATION -> Durations.parse(text);
                        case WellKnown.FIELD_MASK -> FieldMaskUtil.fromJsonString(text);
                        default -> throw new NotThisException();
                    };
            return WellKnown.as(type, parsed);
        } catch (ParseException e) {
            throw new NotThisException();
        } catch (IllegalArgumentException e) {
            throw new NotThisException();
        }
    }

    /** In words that stand behind "expected". */
    static String expected(FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> "a whole number from -2147483648 to 2147483647";
            case UINT32, FIXED32 -> "a whole number from 0 to 4294967295";
            case INT64, SINT64, SFIXED64 ->
                    "a whole number from -9223372036854775808 to 9223372036854775807";
            case UINT64, FIXED64 -> "a whole number from 0 to 18446744073709551615";
            case FLOAT, DOUBLE -> "a number";
            case BOOL -> "true or false";
            case STRING -> "a text";
            case BYTES -> "a text in base64";
            case ENUM -> "one of " + names(field.getEnumType());
            case MESSAGE, GROUP -> WellKnown.expected(field.getMessageType());
        };
    }

    private static String names(EnumDescriptor type) {
        String names =
                type.getValues().stream()
                        .filter(
                                value ->
                                        type.getValues().size() == 1
                                                || value.getNumber() != 0
                                                || !value.getName().endsWith("UNSPECIFIED"))
                        .limit(MOST_NAMES)
                        .map(EnumValueDescriptor::getName)
                        .collect(Collectors.joining(", "));
        return type.getValues().size() > MOST_NAMES + 1 ? names + ", …" : names;
    }
}
