package io.syncopate.assessment.shared.grpc;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a contract's message, and their values as text. */
public final class ContractFields {

    /** Short enough that no number of it is costly to work out. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private static final Set<FieldBehavior> GIVEN_BY_THE_SERVICE =
            Set.of(FieldBehavior.OUTPUT_ONLY, FieldBehavior.IDENTIFIER);

    /** As many as the contracts have messages: a file names the same fields thousands of times. */
    private static final Map<Descriptor, Map<String, FieldDescriptor>> BY_NAME =
            new ConcurrentHashMap<>();

    private static final Map<EnumDescriptor, Map<String, EnumValueDescriptor>> CHOICES =
            new ConcurrentHashMap<>();

    private static final Map<FieldDescriptor, Boolean> REQUIRED = new ConcurrentHashMap<>();

    private ContractFields() {}

    /** By its name in the contract or in JSON; null when there is none. */
    public static @Nullable FieldDescriptor find(Descriptor type, String name) {
        return BY_NAME.computeIfAbsent(type, ContractFields::byName).get(name);
    }

    private static Map<String, FieldDescriptor> byName(Descriptor type) {
        var names = new HashMap<String, FieldDescriptor>();
        stated(type)
                .forEach(
                        field -> {
                            names.putIfAbsent(field.getName(), field);
                            names.putIfAbsent(field.getJsonName(), field);
                        });
        return Map.copyOf(names);
    }

    /** Whether a message without it is refused. */
    static boolean isRequired(FieldDescriptor field) {
        return REQUIRED.computeIfAbsent(
                field,
                each ->
                        each.getOptions()
                                .getExtension(FieldBehaviorProto.fieldBehavior)
                                .contains(FieldBehavior.REQUIRED));
    }

    /** What is expected where a name is not that of a field. */
    public static String names(Descriptor type) {
        return stated(type)
                .map(FieldDescriptor::getName)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    /** Those that a caller may state. */
    private static Stream<FieldDescriptor> stated(Descriptor type) {
        return type.getFields().stream()
                .filter(
                        field ->
                                field
                                        .getOptions()
                                        .getExtension(FieldBehaviorProto.fieldBehavior)
                                        .stream()
                                        .noneMatch(GIVEN_BY_THE_SERVICE::contains));
    }

    /**
     * The value of a field that is no message; null when the text does not say one. Texts are taken
     * as they are.
     */
    public static @Nullable Object parse(FieldDescriptor field, String text) {
        String value = text.strip();
        return switch (field.getJavaType()) {
            case STRING -> text;
            case BOOLEAN ->
                    switch (value.toLowerCase(Locale.ROOT)) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> null;
                    };
            case ENUM -> choice(field, value);
            case INT -> NUMBER.matcher(value).matches() ? integer(value) : null;
            case DOUBLE -> NUMBER.matcher(value).matches() ? Double.valueOf(value) : null;
            case LONG, FLOAT, BYTE_STRING, MESSAGE ->
                    throw new IllegalStateException(
                            field + ": nothing that is read from text has such a value");
        };
    }

    public static String expected(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case ENUM ->
                    field.getEnumType().getValues().stream()
                            .filter(value -> value.getNumber() != 0)
                            .map(EnumValueDescriptor::getName)
                            .collect(Collectors.joining(", ", "one of ", ""));
            case INT, LONG -> "a whole number";
            case FLOAT, DOUBLE -> "a number, such as 0.5";
            case MESSAGE, BYTE_STRING -> "an object";
        };
    }

    private static @Nullable EnumValueDescriptor choice(FieldDescriptor field, String value) {
        return CHOICES.computeIfAbsent(field.getEnumType(), ContractFields::choices).get(value);
    }

    private static Map<String, EnumValueDescriptor> choices(EnumDescriptor type) {
        return type.getValues().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                EnumValueDescriptor::getName, Function.identity()));
    }

    private static @Nullable Integer integer(String value) {
        try {
            return new BigDecimal(value).intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
