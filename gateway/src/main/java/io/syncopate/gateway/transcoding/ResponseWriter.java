package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes answers as ProtoJSON. Lists, numbers and yes/no fields without presence are written even
 * when they are empty, zero or false: an absent score would read as "unknown". Texts and enums that
 * say nothing are left out.
 */
public final class ResponseWriter {

    private final JsonFormat.Printer printer;

    private ResponseWriter(JsonFormat.Printer printer) {
        this.printer = printer;
    }

    /** For one type of answer; kept, because going through its fields takes time. */
    public static ResponseWriter of(Descriptor response, TypeRegistry types) {
        var always = new HashSet<FieldDescriptor>();
        collect(response, always, new HashSet<>());
        var printer =
                JsonFormat.printer().usingTypeRegistry(types).omittingInsignificantWhitespace();
        return new ResponseWriter(
                always.isEmpty() ? printer : printer.includingDefaultValueFields(always));
    }

    private static void collect(
            Descriptor type, Set<FieldDescriptor> always, Set<Descriptor> visited) {
        if (!visited.add(type)) {
            return;
        }
        for (FieldDescriptor field : type.getFields()) {
            boolean standsForSomething =
                    switch (field.getJavaType()) {
                        case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> true;
                        case STRING, BYTE_STRING, ENUM, MESSAGE -> false;
                    };
            if (field.isRepeated() || (standsForSomething && !field.hasPresence())) {
                always.add(field);
            }
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                collect(field.getMessageType(), always, visited);
            }
        }
    }

    /**
     * @param field the part that is sent alone; null for all
     */
    public byte[] write(MessageOrBuilder response, @Nullable FieldDescriptor field) {
        try {
            String json = field == null ? printer.print(response) : only(response, field);
            return json.getBytes(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    response.getDescriptorForType().getFullName() + " has no JSON form", e);
        }
    }

    private String only(MessageOrBuilder response, FieldDescriptor field)
            throws InvalidProtocolBufferException {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated()) {
            return printer.print((Message) response.getField(field));
        }
        // a list or a scalar has no printer of its own: take it out of an object with one field
        var alone = response.getDefaultInstanceForType().newBuilderForType();
        alone.setField(field, response.getField(field));
        String object =
                JsonFormat.printer()
                        .omittingInsignificantWhitespace()
                        .includingDefaultValueFields(Set.of(field))
                        .print(alone);
        return object.substring(object.indexOf(':') + 1, object.length() - 1);
    }
}
