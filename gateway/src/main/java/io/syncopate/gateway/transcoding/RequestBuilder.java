package io.syncopate.gateway.transcoding;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Puts the request message of a route together from body, path, query and headers. */
public final class RequestBuilder {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Route route;
    private final DynamicMessage.Builder message;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestBuilder(Route route) {
        this.route = route;
        this.message = DynamicMessage.newBuilder(route.method().getInputType());
    }

    /**
     * @throws RequestRefusedException the request does not fit the contract
     * @throws MalformedJsonException the body is no JSON
     */
    public static DynamicMessage build(Route route, RequestParts parts, TypeRegistry types) {
        var builder = new RequestBuilder(route);
        if (route.takesBytes()) {
            builder.bytes(parts.body(), parts.contentType());
        } else {
            builder.body(parts.body(), types);
        }
        if (parts.rawQuery() != null && !parts.rawQuery().isEmpty()) {
            builder.query(parts.rawQuery());
        }
        builder.path(parts.values());
        if (parts.requestId() != null) {
            builder.header("Idempotency-Key", requestIdField(route), parts.requestId());
        }
        if (parts.etag() != null) {
            builder.header("If-Match", etagField(route), parts.etag());
        }
        if (parts.lastEventId() != null) {
            builder.resume(parts.lastEventId());
        }
        if (!builder.errors.isEmpty()) {
            throw new RequestRefusedException(builder.errors);
        }
        return builder.message.build();
    }

    /** Null when the request takes no request id. */
    static @Nullable FieldPath requestIdField(Route route) {
        return text(route, "request_id");
    }

    /** The request's own etag, or that of the resource in its body. */
    public static @Nullable FieldPath etagField(Route route) {
        FieldPath own = text(route, "etag");
        return own == null && route.body() instanceof Route.Body.Field body
                ? text(route, body.field().getName() + ".etag")
                : own;
    }

    private static @Nullable FieldPath text(Route route, String path) {
        return FieldPath.find(route.method().getInputType(), path)
                .filter(found -> found.last().getType() == FieldDescriptor.Type.STRING)
                .filter(found -> !found.last().isRepeated())
                .orElse(null);
    }

    private void body(byte[] body, TypeRegistry types) {
        if (body.length == 0) {
            return;
        }
        switch (route.body()) {
            case Route.Body.Whole _ -> JsonBody.readMessage(body, message, types);
            case Route.Body.Field in -> JsonBody.readField(body, message, in.field(), types);
            case Route.Body.None _ ->
                    errors.add(
                            new FieldError(
                                    "",
                                    null,
                                    "no body: "
                                            + route.httpMethod()
                                            + " "
                                            + route.template()
                                            + " takes its fields from path and query"));
        }
    }

    private void bytes(byte[] body, @Nullable String contentType) {
        switch (route.body()) {
            case Route.Body.Whole _ -> HttpBodies.read(body, contentType, message);
            case Route.Body.Field in ->
                    HttpBodies.read(body, contentType, message.getFieldBuilder(in.field()));
            case Route.Body.None _ ->
                    throw new IllegalStateException(route + " takes no body of bytes");
        }
    }

    /** Over what the query says: a browser that comes back sends its first address again. */
    private void resume(String lastEventId) {
        StreamRule rule = route.stream();
        if (rule == null) {
            errors.add(
                    new FieldError(
                            LAST_EVENT_ID,
                            lastEventId,
                            "no Last-Event-ID: this method cannot go on where it ended"));
            return;
        }
        FieldPath path = rule.resume();
        try {
            path.holder(message).setField(path.last(), Scalars.parse(path.last(), lastEventId));
        } catch (Scalars.NotThisException e) {
            errors.add(new FieldError(LAST_EVENT_ID, lastEventId, Scalars.expected(path.last())));
        }
    }

    private void path(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            FieldPath path = route.variables().get(i);
            Message.Builder holder = path.holder(message);
            Object value;
            try {
                value = Scalars.parse(path.last(), values.get(i));
            } catch (Scalars.NotThisException e) {
                errors.add(
                        new FieldError(
                                route.written(path.json()),
                                values.get(i),
                                Scalars.expected(path.last())));
                continue;
            }
            if (isSet(holder, path.last()) && !holder.getField(path.last()).equals(value)) {
                errors.add(
                        new FieldError(
                                route.written(path.json()),
                                String.valueOf(holder.getField(path.last())),
                                "'" + values.get(i) + "' as in the path, or nothing"));
                continue;
            }
            holder.setField(path.last(), value);
        }
    }

    private static boolean isSet(Message.Builder holder, FieldDescriptor field) {
        return field.hasPresence()
                ? holder.hasField(field)
                : !holder.getField(field).equals(field.getDefaultValue());
    }

    private void header(String name, @Nullable FieldPath path, String value) {
        if (path == null) {
            return;
        }
        Message.Builder holder = path.holder(message);
        Object inBody = holder.getField(path.last());
        if (!inBody.equals("") && !inBody.equals(value)) {
            errors.add(
                    new FieldError(
                            route.written(path.json()),
                            String.valueOf(inBody),
                            "'" + value + "' as in the header " + name + ", or nothing"));
            return;
        }
        holder.setField(path.last(), value);
    }

    private void query(String rawQuery) {
        for (String pair : rawQuery.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = PercentCoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
            String text = equals < 0 ? "" : PercentCoding.decodeQuery(pair.substring(equals + 1));
            parameter(name, text);
        }
    }

    private void parameter(String name, String text) {
        if (route.body() instanceof Route.Body.Whole) {
            errors.add(new FieldError(name, text, "this field in the body: the query takes none"));
            return;
        }
        FieldPath path = FieldPath.find(route.method().getInputType(), name).orElse(null);
        if (path == null) {
            errors.add(
                    new FieldError(
                            name, text, "a field of " + route.method().getInputType().getName()));
            return;
        }
        FieldDescriptor field = path.last();
        if (route.variables().contains(path)) {
            errors.add(new FieldError(name, text, "this field only in the path"));
            return;
        }
        if (route.body() instanceof Route.Body.Field in
                && in.field().equals(path.steps().getFirst())) {
            errors.add(new FieldError(name, text, "this field only in the body"));
            return;
        }
        try {
            Object value = Scalars.parse(field, text);
            Message.Builder holder = path.holder(message);
            if (field.isRepeated()) {
                holder.addRepeatedField(field, value);
            } else if (isSet(holder, field)) {
                errors.add(new FieldError(name, text, "the parameter only once"));
            } else {
                holder.setField(field, value);
            }
        } catch (Scalars.NotThisException e) {
            errors.add(new FieldError(name, text, expected(field)));
        }
    }

    private static String expected(FieldDescriptor field) {
        boolean single =
                field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                        || WellKnown.isString(field.getMessageType())
                        || WellKnown.isWrapper(field.getMessageType());
        return single
                ? Scalars.expected(field)
                : "one of its fields, as in " + field.getJsonName() + ".x=…";
    }
}
