package io.syncopate.e2e.tenants;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;

import com.google.api.AnnotationsProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.api.HttpRule;
import com.google.api.ResourceProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.e2e.Api;

import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid request of any method, about the resources of one tenant: what is required is filled as
 * the contract's rules ask for, and whatever can refer to a resource does.
 */
final class RequestForge {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_.]+)(?:=([^}]+))?}");

    private static final Map<String, File> FILES =
            Map.of(
                    "syncopate.assessment.v1.BatchService.BatchPreviewAssessments",
                    new File(
                            "application/x-ndjson",
                            "{\"objective\": {\"statement\": \"isolated\"}}"),
                    "syncopate.gateway.v1.PersonService.ImportPeople",
                    new File("text/csv", "uid,displayName\nisolated,isolated"),
                    "syncopate.assessment.v1.OutcomeService.ImportOutcomes",
                    new File(
                            "text/csv",
                            "cohort,start_date,end_date,enrolled,completed\n"
                                    + "isolated,2026-03-02,2026-05-29,10,9"));

    private static final List<String> TEXTS =
            List.of("isolated", "2026-10-05", "Europe/Berlin", "https://example.org/a");

    private static final String SECOND = "1s";

    private final Names names;

    private record File(String type, String content) {}

    RequestForge(Names names) {
        this.names = names;
    }

    /**
     * @param contentType of the body
     */
    record Request(String method, String path, String body, String contentType) {
        Request(String method, String path, String body) {
            this(method, path, body, "application/json");
        }
    }

    /** @throws IllegalStateException when a request cannot be made up: teach it, or seed the world */
    Request of(MethodDescriptor rpc) {
        HttpRule rule = rpc.getOptions().getExtension(AnnotationsProto.http);
        return switch (rule.getPatternCase()) {
            case GET -> request("GET", rule.getGet(), rule.getBody(), rpc);
            case PUT -> request("PUT", rule.getPut(), rule.getBody(), rpc);
            case POST -> request("POST", rule.getPost(), rule.getBody(), rpc);
            case DELETE -> request("DELETE", rule.getDelete(), rule.getBody(), rpc);
            case PATCH -> request("PATCH", rule.getPatch(), rule.getBody(), rpc);
            case CUSTOM, PATTERN_NOT_SET ->
                    throw new IllegalStateException(rpc.getFullName() + " has no path");
        };
    }

    private Request request(String method, String template, String body, MethodDescriptor rpc) {
        Set<String> inPath = new HashSet<>();
        StringBuilder path = new StringBuilder();
        Matcher variables = VARIABLE.matcher(template);
        while (variables.find()) {
            inPath.add(variables.group(1).split("\\.")[0]);
            String part = variables.group(2) == null ? "*" : variables.group(2);
            String name =
                    names.fitting(part)
                            .orElseThrow(() -> unable(rpc, "the world has nothing like " + part));
            variables.appendReplacement(path, Matcher.quoteReplacement(name));
        }
        variables.appendTail(path);
        Descriptor input = rpc.getInputType();
        if (body.isEmpty()) {
            return new Request(method, path + query(rpc, inPath), "");
        }
        if (body.equals("*")) {
            return new Request(method, path.toString(), message(input, inPath, rpc).toString());
        }
        FieldDescriptor sent = input.findFieldByName(body);
        if (sent.getMessageType().getFullName().equals("google.api.HttpBody")) {
            inPath.add(body);
            File file = FILES.get(rpc.getFullName());
            if (file == null) {
                throw unable(rpc, "it takes a file, and nobody has said of which kind");
            }
            return new Request(method, path + query(rpc, inPath), file.content(), file.type());
        }
        ObjectNode message = message(sent.getMessageType(), Set.of("name"), rpc);
        inPath.add(body);
        return new Request(method, path + query(rpc, inPath), message.toString());
    }

    /** What is neither in the path nor in the body. */
    private String query(MethodDescriptor rpc, Set<String> elsewhere) {
        ObjectNode rest = message(rpc.getInputType(), elsewhere, rpc);
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        rest.properties()
                .forEach(
                        field ->
                                query.add(
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        field.getValue().asString(),
                                                        StandardCharsets.UTF_8)));
        return query.toString();
    }

    private ObjectNode message(Descriptor type, Set<String> without, MethodDescriptor rpc) {
        ObjectNode message = Api.object();
        for (FieldDescriptor field : type.getFields()) {
            List<FieldBehavior> behavior =
                    field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
            boolean wanted = behavior.contains(FieldBehavior.REQUIRED) || isReference(field);
            if (!wanted
                    || without.contains(field.getName())
                    || behavior.contains(FieldBehavior.OUTPUT_ONLY)
                    || behavior.contains(FieldBehavior.IDENTIFIER)) {
                continue;
            }
            if (field.isRepeated()) {
                put(message.putArray(field.getJsonName()).addObject(), field, rpc);
            } else {
                put(message, field, rpc);
            }
        }
        return message;
    }

    /** Sets the field; an element of a repeated message is the object itself. */
    private void put(ObjectNode into, FieldDescriptor field, MethodDescriptor rpc) {
        String name = field.getJsonName();
        switch (field.getJavaType()) {
            // that a zone has to exist is no pattern
            case STRING -> into.put(name, name.equals("zone") ? "Europe/Berlin" : text(field, rpc));
            case ENUM ->
                    into.put(
                            name,
                            field.getEnumType().getValues().stream()
                                    .filter(value -> value.getNumber() != 0)
                                    .findFirst()
                                    .orElseThrow()
                                    .getName());
            case INT -> into.put(name, Math.max(1, rules(field).getInt32().getGte()));
            case LONG -> into.put(name, Math.max(1, rules(field).getInt64().getGte()));
            case DOUBLE, FLOAT -> into.put(name, Math.max(1, rules(field).getDouble().getGte()));
            case BOOLEAN -> into.put(name, true);
            case MESSAGE -> {
                if (field.getMessageType().getFullName().equals("google.protobuf.Duration")) {
                    into.put(name, SECOND);
                    return;
                }
                ObjectNode value = message(field.getMessageType(), Set.of(), rpc);
                if (field.isRepeated()) {
                    value.properties().forEach(each -> into.set(each.getKey(), each.getValue()));
                } else {
                    into.set(name, value);
                }
            }
            case BYTE_STRING -> throw unable(rpc, field.getFullName() + " is of bytes");
        }
    }

    private String text(FieldDescriptor field, MethodDescriptor rpc) {
        String pattern = rules(field).getString().getPattern();
        if (isOfAnyKind(field)) {
            // a program has the tenant's own texts in it
            return names.fitting("programs/*").orElseThrow(() -> unable(rpc, "no program"));
        }
        if (isReference(field)) {
            return names.matching(pattern)
                    .orElseThrow(() -> unable(rpc, "the world has nothing like " + pattern));
        }
        return TEXTS.stream()
                .filter(text -> pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find())
                .findFirst()
                .orElseThrow(() -> unable(rpc, field.getFullName() + " asks for " + pattern));
    }

    private static boolean isReference(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.STRING
                && !field.isRepeated()
                && Names.isOfAResource(rules(field).getString().getPattern());
    }

    private static boolean isOfAnyKind(FieldDescriptor field) {
        return field.getOptions()
                .getExtension(ResourceProto.resourceReference)
                .getType()
                .equals("*");
    }

    private static FieldRules rules(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field);
    }

    private static IllegalStateException unable(MethodDescriptor rpc, String why) {
        return new IllegalStateException(
                "no request of %s can be made up: %s".formatted(rpc.getFullName(), why));
    }
}
