package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;

import io.syncopate.proto.api.v1.Stream;
import io.syncopate.proto.api.v1.StreamProto;

import org.jspecify.annotations.Nullable;

/**
 * How a stream is gone on with.
 *
 * @param id tells the place of a response in the stream
 * @param resume takes a place in the request
 */
public record StreamRule(FieldPath id, FieldPath resume) {

    /**
     * @return null where the method says nothing of it
     * @throws IllegalArgumentException what it says is wrong
     */
    static @Nullable StreamRule of(MethodDescriptor method) {
        if (!method.getOptions().hasExtension(StreamProto.stream)) {
            return null;
        }
        if (!method.isServerStreaming()) {
            throw new IllegalArgumentException("its stream option needs a server-streaming method");
        }
        Stream option = method.getOptions().getExtension(StreamProto.stream);
        var rule =
                new StreamRule(
                        place(method.getOutputType(), option.getIdField(), "id_field"),
                        place(method.getInputType(), option.getResumeField(), "resume_field"));
        if (rule.id.last().getJavaType() != rule.resume.last().getJavaType()) {
            throw new IllegalArgumentException(
                    "the fields of its stream option are of different types");
        }
        return rule;
    }

    private static FieldPath place(Descriptor message, String path, String what) {
        FieldPath found =
                FieldPath.find(message, path)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the %s '%s' of its stream option is no field of %s"
                                                        .formatted(
                                                                what,
                                                                path,
                                                                message.getFullName())));
        boolean fits =
                switch (found.last().getJavaType()) {
                    case STRING, INT, LONG -> !found.last().isRepeated();
                    case FLOAT, DOUBLE, BOOLEAN, BYTE_STRING, ENUM, MESSAGE -> false;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "the %s '%s' of its stream option is neither a string nor a whole number"
                            .formatted(what, path));
        }
        return found;
    }

    /** Null when this message has no place of its own. */
    public @Nullable String idOf(Message response) {
        Message at = response;
        for (FieldDescriptor step : id.steps().subList(0, id.steps().size() - 1)) {
            at = (Message) at.getField(step);
        }
        Object value = at.getField(id.last());
        if (value.equals(id.last().getDefaultValue())) {
            return null;
        }
        String text = value.toString();
        // would end the line, or the event, in the middle
        return text.chars().allMatch(c -> c >= ' ') ? text : null;
    }
}
