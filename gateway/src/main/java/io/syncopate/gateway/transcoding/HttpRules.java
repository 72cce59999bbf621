package io.syncopate.gateway.transcoding;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the routes of a method from its {@code google.api.http} option. */
public final class HttpRules {

    private HttpRules() {}

    /**
     * @return the route of the rule and those of its additional bindings; none without a rule
     * @throws IllegalArgumentException a rule is wrong, or is that of a stream of requests, which a
     *     request of HTTP cannot be; the message says what
     */
    public static List<Route> routes(MethodDescriptor method) {
        if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
            return List.of();
        }
        if (method.isClientStreaming()) {
            throw new IllegalArgumentException("a stream of requests has no form in HTTP");
        }
        HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
        var routes = new ArrayList<Route>();
        routes.add(route(method, rule));
        for (HttpRule more : rule.getAdditionalBindingsList()) {
            if (more.getAdditionalBindingsCount() > 0) {
                throw new IllegalArgumentException(
                        "additional_bindings inside additional_bindings");
            }
            routes.add(route(method, more));
        }
        return routes;
    }

    private static Route route(MethodDescriptor method, HttpRule rule) {
        PathTemplate template = PathTemplate.parse(path(rule));
        Route.Body body = body(method.getInputType(), rule.getBody());
        var variables = new ArrayList<FieldPath>();
        for (PathTemplate.Variable variable : template.variables()) {
            variables.add(variable(method.getInputType(), variable.field(), body));
        }
        return new Route(
                method,
                httpMethod(rule),
                template,
                List.copyOf(variables),
                body,
                responseBody(method.getOutputType(), rule.getResponseBody()),
                StreamRule.of(method));
    }

    private static String path(HttpRule rule) {
        return switch (rule.getPatternCase()) {
            case GET -> rule.getGet();
            case PUT -> rule.getPut();
            case POST -> rule.getPost();
            case DELETE -> rule.getDelete();
            case PATCH -> rule.getPatch();
            case CUSTOM -> rule.getCustom().getPath();
            case PATTERN_NOT_SET -> throw new IllegalArgumentException("the rule has no path");
        };
    }

    private static String httpMethod(HttpRule rule) {
        return rule.getPatternCase() == HttpRule.PatternCase.CUSTOM
                ? rule.getCustom().getKind().toUpperCase(Locale.ROOT)
                : rule.getPatternCase().name();
    }

    private static Route.Body body(Descriptor request, String name) {
        return switch (name) {
            case "" -> new Route.Body.None();
            case "*" -> new Route.Body.Whole();
            default -> new Route.Body.Field(field(request, name, "body"));
        };
    }

    private static @Nullable FieldDescriptor responseBody(Descriptor response, String name) {
        return name.isEmpty() ? null : field(response, name, "response_body");
    }

    private static FieldDescriptor field(Descriptor message, String name, String what) {
        FieldDescriptor field = message.findFieldByName(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    what + " '" + name + "' is no field of " + message.getFullName());
        }
        return field;
    }

    private static FieldPath variable(Descriptor request, String name, Route.Body body) {
        FieldPath path =
                FieldPath.find(request, name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "variable '"
                                                        + name
                                                        + "' is no field of "
                                                        + request.getFullName()));
        FieldDescriptor last = path.last();
        boolean readable =
                last.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                        || WellKnown.isString(last.getMessageType())
                        || WellKnown.isWrapper(last.getMessageType());
        if (last.isRepeated() || !readable) {
            throw new IllegalArgumentException("variable '" + name + "' is not a single value");
        }
        if (body instanceof Route.Body.Field in
                && path.steps().size() == 1
                && in.field().equals(last)) {
            throw new IllegalArgumentException("'" + name + "' is both in the path and the body");
        }
        return path;
    }
}
