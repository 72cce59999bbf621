package io.syncopate.assessment.model.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The deciding facts of a brief as the contract's message, field by field along their paths. Texts
 * and activities stay out: no expression can read them.
 */
final class BriefMessage {

    private static final Map<String, List<FieldDescriptor>> FIELDS =
            Facts.ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(Fact::path, BriefMessage::resolve));

    private BriefMessage() {}

    static io.syncopate.proto.assessment.v1.Brief of(Brief brief) {
        return with(io.syncopate.proto.assessment.v1.Brief.getDefaultInstance(), brief.stated());
    }

    /** The same message with these facts stated otherwise. */
    static io.syncopate.proto.assessment.v1.Brief with(
            io.syncopate.proto.assessment.v1.Brief brief, Map<Fact, Value> stated) {
        var message = brief.toBuilder();
        stated.forEach((fact, value) -> set(message, fields(fact), value));
        return message.build();
    }

    /** From the brief's own field to the one where the fact stands. */
    static List<FieldDescriptor> fields(Fact fact) {
        return Objects.requireNonNull(FIELDS.get(fact.path()));
    }

    private static List<FieldDescriptor> resolve(Fact fact) {
        var fields = new ArrayList<FieldDescriptor>();
        Descriptor type = io.syncopate.proto.assessment.v1.Brief.getDescriptor();
        for (String name : fact.path().split("\\.", -1)) {
            FieldDescriptor field = type.findFieldByName(name);
            if (field == null) {
                throw new IllegalStateException(
                        "%s has no field %s".formatted(type.getName(), name));
            }
            fields.add(field);
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                type = field.getMessageType();
            }
        }
        return List.copyOf(fields);
    }

    private static void set(Message.Builder message, List<FieldDescriptor> path, Value value) {
        FieldDescriptor field = path.getFirst();
        if (path.size() > 1) {
            set(message.getFieldBuilder(field), path.subList(1, path.size()), value);
            return;
        }
        switch (value) {
            case Value.Flag flag -> message.setField(field, flag.value());
            case Value.Choice choice ->
                    message.setField(field, field.getEnumType().findValueByName(choice.value()));
            case Value.Amount number ->
                    message.setField(
                            field,
                            field.getJavaType() == FieldDescriptor.JavaType.INT
                                    ? (Object) (int) number.value()
                                    : (Object) number.value());
            case Value.Text text -> {}
            case Value.Texts texts -> {}
        }
    }
}
