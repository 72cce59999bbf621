package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One HTTP method and path that lead to one gRPC method.
 *
 * @param variables the field of each variable of the template, in its order
 * @param responseBody the field of the answer that is sent alone; null for the whole answer
 * @param stream how a stream is gone on with; null where the contract does not say
 */
public record Route(
        MethodDescriptor method,
        String httpMethod,
        PathTemplate template,
        List<FieldPath> variables,
        Body body,
        @Nullable FieldDescriptor responseBody,
        @Nullable StreamRule stream) {

    /** Where the body of the request goes. */
    public sealed interface Body {
        /** The request has none; what is not in the path is in the query. */
        record None() implements Body {}

        /** All fields that are not in the path. */
        record Whole() implements Body {}

        /** This field; the rest is in the query. */
        record Field(FieldDescriptor field) implements Body {}
    }

    /** Whether the body of the request is taken as it is, of whatever type. */
    public boolean takesBytes() {
        return switch (body) {
            case Body.None _ -> false;
            case Body.Whole _ -> HttpBodies.is(method.getInputType());
            case Body.Field in -> HttpBodies.is(in.field());
        };
    }

    /** Whether the answer is sent as it is, of the type that it says. */
    public boolean sendsBytes() {
        return responseBody == null
                ? HttpBodies.is(method.getOutputType())
                : HttpBodies.is(responseBody);
    }

    /**
     * The path of a request's field as who sends the request sees it: in JSON names, and without the
     * field that is the body; empty for the body itself.
     *
     * @param path in names of the contract or of JSON
     */
    public String written(String path) {
        String json = JsonNames.of(path);
        if (body instanceof Body.Field in && JsonBody.isObject(in.field())) {
            String name = in.field().getJsonName();
            if (json.equals(name)) {
                return "";
            }
            if (json.startsWith(name + ".")) {
                return json.substring(name.length() + 1);
            }
        }
        return json;
    }

    @Override
    public String toString() {
        return httpMethod + " " + template + " (" + method.getFullName() + ")";
    }
}
