package io.syncopate.gateway.transcoding;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

/** {@code google.api.HttpBody}: bytes with their content type, sent and taken as they are. */
public final class HttpBodies {

    static final String OF_NO_KNOWN_TYPE = "application/octet-stream";
    private static final String NAME = "google.api.HttpBody";
    private static final String CONTENT_TYPE = "content_type";
    private static final String DATA = "data";

    /** What is sent to a client. */
    public record Content(String type, ByteString data) {}

    private HttpBodies() {}

    static boolean is(Descriptor type) {
        return type.getFullName().equals(NAME);
    }

    static boolean is(FieldDescriptor field) {
        return JsonBody.isObject(field) && is(field.getMessageType());
    }

    static void read(byte[] body, @Nullable String contentType, Message.Builder target) {
        Descriptor type = target.getDescriptorForType();
        target.setField(
                type.findFieldByName(CONTENT_TYPE),
                contentType == null ? OF_NO_KNOWN_TYPE : contentType);
        target.setField(type.findFieldByName(DATA), ByteString.copyFrom(body));
    }

    /**
     * @param field the part of the response that is sent alone; null for all
     */
    public static Content of(Message response, @Nullable FieldDescriptor field) {
        Message body = field == null ? response : (Message) response.getField(field);
        Descriptor type = body.getDescriptorForType();
        String contentType = (String) body.getField(type.findFieldByName(CONTENT_TYPE));
        return new Content(
                contentType.isEmpty() ? OF_NO_KNOWN_TYPE : contentType,
                (ByteString) body.getField(type.findFieldByName(DATA)));
    }
}
