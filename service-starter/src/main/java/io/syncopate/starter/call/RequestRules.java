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
import java.util.Optional;

/** Holds a request against the rules written in its contract ({@code buf.validate}). */
public final class RequestRules {

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
        String field = path(proto.getField());
        String expected = Expectation.of(proto);
        return switch (shownValue(violation.getFieldValue())) {
            case null ->
                    new RefusedException.Violation(
                            field, Optional.empty(), Optional.of(expected), "expected " + expected);
            case Count count -> RefusedException.Violation.ofCount(field, count.of(), expected);
            case Object value -> RefusedException.Violation.of(field, value, expected);
        };
    }

    private record Count(int of) {}

    /** Text, a number or how many there are; null for nothing, for a message and for what is secret. */
    private static @Nullable Object shownValue(Violation.@Nullable FieldValue field) {
        if (field == null || field.getDescriptor().getOptions().getDebugRedact()) {
            return null;
        }
        return switch (field.getValue()) {
            case null -> null;
            case Message _ -> null;
            case Map<?, ?> map -> new Count(map.size());
            case Collection<?> list -> new Count(list.size());
            case ByteString bytes -> new Count(bytes.size());
            case Object scalar -> scalar;
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
