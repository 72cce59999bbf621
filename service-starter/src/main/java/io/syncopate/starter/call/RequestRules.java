package io.syncopate.starter.call;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/** Holds a request against the rules written in its contract ({@code buf.validate}). */
public final class RequestRules {

    private static final int SHOWN = 80;

    private final Validator validator;

    public RequestRules(Validator validator) {
        this.validator = validator;
    }

    /**
     * @throws InvalidException naming each field that breaks a rule, its value and what was expected
     */
    public void check(Message request) {
        ValidationResult result;
        try {
            result = validator.validate(request);
        } catch (ValidationException e) {
            throw new IllegalStateException(
                    "the rules of %s cannot be evaluated"
                            .formatted(request.getDescriptorForType().getFullName()),
                    e);
        }
        if (!result.isSuccess()) {
            throw new InvalidException(
                    result.getViolations().stream().map(RequestRules::told).toList());
        }
    }

    private static RefusedException.Violation told(Violation violation) {
        build.buf.validate.Violation proto = violation.toProto();
        String message =
                proto.getMessage().isEmpty()
                        ? "breaks the rule " + proto.getRuleId()
                        : proto.getMessage();
        return new RefusedException.Violation(
                path(proto.getField()), message + was(violation.getFieldValue()));
    }

    private static String was(Violation.@Nullable FieldValue field) {
        Object value = field == null ? null : field.getValue();
        return switch (value) {
            case null -> "";
            case Message message -> "";
            case Map<?, ?> map -> " (has %d entries)".formatted(map.size());
            case Collection<?> list -> " (has %d items)".formatted(list.size());
            case ByteString bytes -> " (has %d bytes)".formatted(bytes.size());
            case String text when text.length() > SHOWN ->
                    " (was '%s…', %d characters)"
                            .formatted(text.substring(0, SHOWN), text.length());
            default -> " (was '%s')".formatted(value);
        };
    }

    /** {@code groups[2].zone}, {@code labels["a"]}; the message itself is the empty path. */
    static String path(FieldPath path) {
        StringBuilder text = new StringBuilder();
        for (FieldPathElement element : path.getElementsList()) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            text.append(element.getFieldName());
            switch (element.getSubscriptCase()) {
                case INDEX -> text.append('[').append(element.getIndex()).append(']');
                case BOOL_KEY -> text.append('[').append(element.getBoolKey()).append(']');
                case INT_KEY -> text.append('[').append(element.getIntKey()).append(']');
                case UINT_KEY -> text.append('[').append(element.getUintKey()).append(']');
                case STRING_KEY -> text.append("[\"").append(element.getStringKey()).append("\"]");
                case SUBSCRIPT_NOT_SET -> {}
            }
        }
        return text.toString();
    }
}
