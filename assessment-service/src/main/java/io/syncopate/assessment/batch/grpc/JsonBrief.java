package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.assessment.shared.grpc.ContractFields;
import io.syncopate.assessment.shared.grpc.FieldPath;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.Brief;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * A brief from ProtoJSON. Unlike protobuf's own parser it tells, for all that it refuses at once,
 * path, value and what was expected.
 */
final class JsonBrief {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final List<Violation> errors;

    private JsonBrief(List<Violation> errors) {
        this.errors = errors;
    }

    static Brief read(String json, List<Violation> errors) {
        var brief = Brief.newBuilder();
        JsonNode object;
        try {
            object = JSON.readTree(json);
        } catch (JacksonException e) {
            errors.add(Violation.of("", json, "one JSON object, each name once"));
            return brief.build();
        }
        new JsonBrief(errors).object(brief, object, FieldPath.ROOT);
        return brief.build();
    }

    private void object(Message.Builder into, JsonNode object, FieldPath path) {
        if (!object.isObject()) {
            refuse(path, object, "an object");
            return;
        }
        for (var entry : object.properties()) {
            FieldDescriptor field =
                    ContractFields.find(into.getDescriptorForType(), entry.getKey());
            FieldPath at = path.field(field == null ? entry.getKey() : field.getName());
            if (field == null) {
                refuse(at, entry.getValue(), ContractFields.names(into.getDescriptorForType()));
            } else if (!entry.getValue().isNull()) {
                field(into, field, entry.getValue(), at);
            }
        }
    }

    private void field(
            Message.Builder into, FieldDescriptor field, JsonNode value, FieldPath path) {
        if (!field.isRepeated()) {
            Object read = value(into, field, value, path);
            if (read != null) {
                into.setField(field, read);
            }
            return;
        }
        if (!value.isArray()) {
            refuse(path, value, "a list");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            Object read = value(into, field, value.get(i), path.item(i));
            if (read != null) {
                into.addRepeatedField(field, read);
            }
        }
    }

    private @Nullable Object value(
            Message.Builder into, FieldDescriptor field, JsonNode value, FieldPath path) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder part = into.newBuilderForField(field);
                object(part, value, path);
                yield part.build();
            }
            case STRING -> value.isString() ? value.asString() : refuse(field, value, path);
            case BOOLEAN -> value.isBoolean() ? value.asBoolean() : refuse(field, value, path);
            case ENUM -> choice(field, value, path);
            case INT, LONG, FLOAT, DOUBLE ->
                    value.isNumber() || value.isString()
                            ? scalar(field, value, path)
                            : refuse(field, value, path);
            case BYTE_STRING -> throw new IllegalStateException(field + ": a brief has no bytes");
        };
    }

    private @Nullable Object choice(FieldDescriptor field, JsonNode value, FieldPath path) {
        if (value.isString()) {
            return scalar(field, value, path);
        }
        EnumValueDescriptor byNumber =
                value.isInt() ? field.getEnumType().findValueByNumber(value.asInt()) : null;
        return byNumber == null ? refuse(field, value, path) : byNumber;
    }

    private @Nullable Object scalar(FieldDescriptor field, JsonNode value, FieldPath path) {
        Object read = ContractFields.parse(field, value.asString());
        return read == null ? refuse(field, value, path) : read;
    }

    private @Nullable Object refuse(FieldDescriptor field, JsonNode value, FieldPath path) {
        refuse(path, value, ContractFields.expected(field));
        return null;
    }

    private void refuse(FieldPath path, JsonNode value, String expected) {
        errors.add(
                Violation.of(
                        path.toString(),
                        value.isString() ? value.asString() : value.toString(),
                        expected));
    }
}
