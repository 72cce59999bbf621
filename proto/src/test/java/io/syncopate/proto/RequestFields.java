package io.syncopate.proto;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The fields that a caller can send: those of the requests and of what they hold, save what only the service fills. */
final class RequestFields {

    /** Anchored at both ends and without an open repetition: it bounds the length by itself. */
    private static final Pattern BOUNDING_PATTERN = Pattern.compile("\\^[^*+]*\\$");

    private RequestFields() {}

    static List<FieldDescriptor> of(List<Descriptor> requests) {
        var found = new ArrayList<FieldDescriptor>();
        var seen = new HashSet<>(requests);
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (FieldDescriptor field : open.remove().getFields()) {
                if (field.getOptions()
                        .getExtension(FieldBehaviorProto.fieldBehavior)
                        .contains(FieldBehavior.OUTPUT_ONLY)) {
                    continue;
                }
                found.add(field);
                if (!field.isMapField()
                        && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && field.getMessageType().getFile().getPackage().startsWith("syncopate.")
                        && seen.add(field.getMessageType())) {
                    open.add(field.getMessageType());
                }
            }
        }
        return found;
    }

    static FieldRules rules(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field);
    }

    static boolean isBounded(FieldDescriptor field) {
        FieldRules rules = rules(field);
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return rules.getMap().hasMaxPairs()
                    && isValueBounded(entry.findFieldByName("key"), rules.getMap().getKeys())
                    && isValueBounded(entry.findFieldByName("value"), rules.getMap().getValues());
        }
        if (field.isRepeated()) {
            return rules.getRepeated().hasMaxItems()
                    && isValueBounded(field, rules.getRepeated().getItems());
        }
        return isValueBounded(field, rules);
    }

    private static boolean isValueBounded(FieldDescriptor field, FieldRules rules) {
        return switch (field.getJavaType()) {
            case STRING ->
                    rules.getString().hasMaxLen()
                            || BOUNDING_PATTERN.matcher(rules.getString().getPattern()).matches();
            case BYTE_STRING -> rules.getBytes().hasMaxLen();
            case INT ->
                    rules.getInt32().getInCount() > 0
                            || (hasLower(rules.getInt32().hasGte(), rules.getInt32().hasGt())
                                    && (rules.getInt32().hasLte() || rules.getInt32().hasLt()));
            case LONG -> hasLower(rules.getInt64().hasGte(), rules.getInt64().hasGt());
            case DOUBLE -> rules.getDouble().hasGte() && rules.getDouble().hasLte();
            case FLOAT -> rules.getFloat().hasGte() && rules.getFloat().hasLte();
            case ENUM -> rules.getEnum().getDefinedOnly();
            case BOOLEAN, MESSAGE -> true;
        };
    }

    private static boolean hasLower(boolean gte, boolean gt) {
        return gte || gt;
    }
}
