package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads ProtoJSON into a message in one pass. In place of {@code JsonFormat}'s parser because that
 * one takes comments, single quotes and whatever follows the first value, stops at the first error
 * and does not say where it is.
 */
final class JsonBody {

    private static final int MOST_ERRORS = 20;
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 30;

    /** Where an open bracket was, which the parser may not show. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[[^]]*]\\)");

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private final JsonParser json;
    private final TypeRegistry types;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonBody(JsonParser json, TypeRegistry types) {
        this.json = json;
        this.types = types;
    }

    /** The whole message is the body; an empty body is an empty message. */
    static void readMessage(byte[] body, Message.Builder target, TypeRegistry types) {
        read(body, types, reader -> reader.message(target, ""));
    }

    /** The body is one field of the message. */
    static void readField(
            byte[] body, Message.Builder target, FieldDescriptor field, TypeRegistry types) {
        read(
                body,
                types,
                reader -> reader.field(target, field, isObject(field) ? "" : field.getJsonName()));
    }

    /** Whether its JSON is an object whose names stand for themselves. */
    static boolean isObject(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated();
    }

    private static void read(byte[] body, TypeRegistry types, Consumer<JsonBody> what) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            var reader = new JsonBody(parser, types);
            if (parser.nextToken() == null) {
                return;
            }
            what.accept(reader);
            if (reader.errors.isEmpty() && parser.nextToken() != null) {
                throw malformed(parser, "something follows the end of the value");
            }
            if (!reader.errors.isEmpty()) {
                throw new RequestRefusedException(reader.errors);
            }
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw new MalformedJsonException(
                    location == null ? 1 : location.getLineNr(),
                    location == null ? 1 : location.getColumnNr(),
                    START_MARKER.matcher(e.getOriginalMessage()).replaceAll(""));
        } catch (TooManyErrors e) {
            throw new RequestRefusedException(e.errors);
        }
    }

    private static MalformedJsonException malformed(JsonParser parser, String why) {
        var location = parser.currentTokenLocation();
        return new MalformedJsonException(location.getLineNr(), location.getColumnNr(), why);
    }

    private static final class TooManyErrors extends RuntimeException {
        private final transient List<FieldError> errors;

        TooManyErrors(List<FieldError> errors) {
            super(null, null, false, false);
            this.errors = errors;
        }
    }

    private void message(Message.Builder target, String path) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            refuse(path, "an object");
            return;
        }
        Descriptor type = target.getDescriptorForType();
        var seen = new HashSet<Integer>();
        String name;
        while ((name = json.nextName()) != null) {
            FieldDescriptor field = FieldPath.field(type, name);
            String at = path.isEmpty() ? name : path + "." + name;
            json.nextToken();
            if (field == null) {
                refuse(at, "a field of " + type.getName() + " (" + names(type) + ")");
                continue;
            }
            if (!seen.add(field.getNumber())) {
                refuse(at, "the field only once");
                continue;
            }
            if (json.currentToken() == JsonToken.VALUE_NULL && !takesNull(field)) {
                continue;
            }
            var oneof = field.getRealContainingOneof();
            if (oneof != null && target.hasOneof(oneof)) {
                var other = target.getOneofFieldDescriptor(oneof);
                refuse(
                        at,
                        "nothing beside "
                                + (other == null ? oneof.getName() : other.getJsonName()));
                continue;
            }
            field(target, field, at);
        }
    }

    private static boolean takesNull(FieldDescriptor field) {
        if (field.isRepeated()) {
            return false;
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName().equals(WellKnown.VALUE);
            case ENUM -> field.getEnumType().getFullName().equals(WellKnown.NULL_VALUE);
            default -> false;
        };
    }

    private void field(Message.Builder target, FieldDescriptor field, String path) {
        if (field.isMapField()) {
            map(target, field, path);
        } else if (field.isRepeated()) {
            list(target, field, path);
        } else {
            Object value = value(field, path);
            if (value != NOTHING) {
                target.setField(field, value);
            }
        }
    }

    private void list(Message.Builder target, FieldDescriptor field, String path) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            refuse(path, "a list");
            return;
        }
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            Object value = value(field, path + "[" + i + "]");
            if (value != NOTHING) {
                target.addRepeatedField(field, value);
            }
        }
    }

    private void map(Message.Builder target, FieldDescriptor field, String path) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            refuse(path, "an object");
            return;
        }
        FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
        var seen = new HashSet<Object>();
        String name;
        while ((name = json.nextName()) != null) {
            String at = path + "[" + name + "]";
            json.nextToken();
            Object key = text(keyField, name, at);
            if (key != NOTHING && !seen.add(key)) {
                refuse(at, "the key only once");
                continue;
            }
            Object value = value(valueField, at);
            if (key != NOTHING && value != NOTHING) {
                target.addRepeatedField(
                        field,
                        DynamicMessage.newBuilder(field.getMessageType())
                                .setField(keyField, key)
                                .setField(valueField, value)
                                .build());
            }
        }
    }

    /** What a refused value reads as, so that reading goes on to the next error. */
    private static final Object NOTHING = new Object();

    private Object value(FieldDescriptor field, String path) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return messageValue(field, path);
        }
        JsonToken token = json.currentToken();
        boolean fits =
                switch (field.getJavaType()) {
                    case INT, LONG, FLOAT, DOUBLE ->
                            token == JsonToken.VALUE_STRING || token.isNumeric();
                    case BOOLEAN -> token.isBoolean();
                    case STRING, BYTE_STRING -> token == JsonToken.VALUE_STRING;
                    case ENUM ->
                            token == JsonToken.VALUE_STRING
                                    || token == JsonToken.VALUE_NUMBER_INT
                                    || (token == JsonToken.VALUE_NULL && takesNull(field));
                    case MESSAGE -> throw new IllegalStateException("handled above");
                };
        if (!fits) {
            return refuse(path, Scalars.expected(field));
        }
        if (field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN) {
            return json.getBooleanValue();
        }
        if (token == JsonToken.VALUE_NULL) {
            return field.getEnumType().findValueByNumber(0);
        }
        return text(field, json.getString(), path);
    }

    private Object messageValue(FieldDescriptor field, String path) {
        Descriptor type = field.getMessageType();
        if (WellKnown.isFreeForm(type)) {
            return freeForm(type, path);
        }
        if (WellKnown.isWrapper(type)) {
            FieldDescriptor inner = type.findFieldByNumber(1);
            Object value = value(inner, path);
            return value == NOTHING
                    ? NOTHING
                    : DynamicMessage.newBuilder(type).setField(inner, value).build();
        }
        if (WellKnown.isString(type)) {
            return json.currentToken() == JsonToken.VALUE_STRING
                    ? text(field, json.getString(), path)
                    : refuse(path, WellKnown.expected(type));
        }
        var builder = DynamicMessage.newBuilder(type);
        message(builder, path);
        return builder.build();
    }

    private Object text(FieldDescriptor field, String text, String path) {
        try {
            return Scalars.parse(field, text);
        } catch (Scalars.NotThisException e) {
            boolean quoted = json.currentToken() == JsonToken.VALUE_STRING;
            return refuse(path, quoted ? '"' + text + '"' : text, Scalars.expected(field));
        }
    }

    private Object freeForm(Descriptor type, String path) {
        String text = copied();
        var builder = DynamicMessage.newBuilder(type);
        try {
            JsonFormat.parser().usingTypeRegistry(types).merge(text, builder);
            return builder.build();
        } catch (InvalidProtocolBufferException e) {
            return refuse(path, text, WellKnown.expected(type) + " of " + type.getFullName());
        }
    }

    /** The value at the cursor as text; the cursor is at its end afterwards. */
    private String copied() {
        var text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(json);
        }
        return text.toString();
    }

    private Object refuse(String path, String expected) {
        return refuse(path, copied(), expected);
    }

    private Object refuse(String path, String value, String expected) {
        errors.add(new FieldError(path, value, expected));
        if (errors.size() == MOST_ERRORS) {
            throw new TooManyErrors(errors);
        }
        return NOTHING;
    }

    private static String names(Descriptor type) {
        String names =
                type.getFields().stream()
                        .limit(MOST_NAMES)
                        .map(FieldDescriptor::getJsonName)
                        .collect(Collectors.joining(", "));
        return type.getFields().size() > MOST_NAMES ? names + ", …" : names;
    }
}
