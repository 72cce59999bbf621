package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dotted path to a field of a message; every step but the last is a message, not a list. */
public record FieldPath(List<FieldDescriptor> steps) {

    /** Empty when a step does not exist. Accepts the JSON names and the names of the contract. */
    static Optional<FieldPath> find(Descriptor message, String dotted) {
        var steps = new ArrayList<FieldDescriptor>();
        Descriptor at = message;
        for (String name : dotted.split("\\.", -1)) {
            FieldDescriptor field = at == null ? null : field(at, name);
            if (field == null) {
                return Optional.empty();
            }
            steps.add(field);
            at = inside(field);
        }
        return Optional.of(new FieldPath(List.copyOf(steps)));
    }

    static @Nullable FieldDescriptor field(Descriptor message, String name) {
        FieldDescriptor field = message.findFieldByName(name);
        if (field != null) {
            return field;
        }
        for (FieldDescriptor each : message.getFields()) {
            if (each.getJsonName().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable Descriptor inside(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated()
                ? field.getMessageType()
                : null;
    }

    FieldDescriptor last() {
        return steps.getLast();
    }

    /** The message that holds the last field, created on the way where it is not there yet. */
    Message.Builder holder(Message.Builder root) {
        Message.Builder at = root;
        for (FieldDescriptor step : steps.subList(0, steps.size() - 1)) {
            at = at.getFieldBuilder(step);
        }
        return at;
    }

    String json() {
        var text = new StringBuilder();
        for (FieldDescriptor step : steps) {
            text.append(text.isEmpty() ? "" : ".").append(step.getJsonName());
        }
        return text.toString();
    }
}
