package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

import java.util.Set;

/** The messages of {@code google.protobuf} that JSON spells in their own way. */
final class WellKnown {

    static final String TIMESTAMP = "google.protobuf.Timestamp";
    static final String DURATION = "google.protobuf.Duration";
    static final String FIELD_MASK = "google.protobuf.FieldMask";
    static final String VALUE = "google.protobuf.Value";
    static final String NULL_VALUE = "google.protobuf.NullValue";

    private static final Set<String> WRAPPERS =
            Set.of(
                    "google.protobuf.BoolValue",
                    "google.protobuf.BytesValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.StringValue",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value");
    private static final Set<String> STRINGS = Set.of(TIMESTAMP, DURATION, FIELD_MASK);
    private static final Set<String> FREE_FORM =
            Set.of(
                    VALUE,
                    "google.protobuf.Any",
                    "google.protobuf.ListValue",
                    "google.protobuf.Struct");

    private WellKnown() {}

    static boolean isWrapper(Descriptor type) {
        return WRAPPERS.contains(type.getFullName());
    }

    static boolean isString(Descriptor type) {
        return STRINGS.contains(type.getFullName());
    }

    /** Whose JSON is not read field by field. */
    static boolean isFreeForm(Descriptor type) {
        return FREE_FORM.contains(type.getFullName());
    }

    /** The same message under the descriptor of the backend's own pool. */
    static Message as(Descriptor type, Message message) {
        try {
            return DynamicMessage.parseFrom(type, message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    type.getFullName() + " differs from the standard one", e);
        }
    }

    static String expected(Descriptor type) {
        if (isWrapper(type)) {
            return Scalars.expected(type.findFieldByNumber(1));
        }
        return switch (type.getFullName()) {
            case TIMESTAMP -> "a time such as \"2026-05-01T09:00:00Z\"";
            case DURATION -> "a duration in seconds such as \"3.5s\"";
            case FIELD_MASK ->
                    "field names with commas between them, such as \"displayName,brief\"";
            default -> "an object";
        };
    }
}
