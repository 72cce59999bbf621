package io.syncopate.assessment.model.cel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;

import java.util.List;
import java.util.Map;

/**
 * The deciding facts of a brief as the contract's message, field by field along their paths. Texts
 * and activities stay out: no expression can read them.
 */
final class BriefMessage {

    private BriefMessage() {}

    static io.syncopate.proto.assessment.v1.Brief of(Brief brief) {
        return with(io.syncopate.proto.assessment.v1.Brief.getDefaultInstance(), brief.stated());
    }

    /** The same message with these facts stated otherwise. */
    static io.syncopate.proto.assessment.v1.Brief with(
            io.syncopate.proto.assessment.v1.Brief brief, Map<Fact, Value> stated) {
        var message = brief.toBuilder();
        stated.forEach((fact, value) -> set(message, List.of(fact.path().split("\\.")), value));
        return message.build();
    }

    private static void set(Message.Builder message, List<String> path, Value value) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(path.getFirst());
        if (field == null) {
            throw new IllegalStateException(
                    "%s has no field %s"
                            .formatted(message.getDescriptorForType().getName(), path.getFirst()));
        }
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
