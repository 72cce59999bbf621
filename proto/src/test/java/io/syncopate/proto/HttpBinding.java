package io.syncopate.proto;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code google.api.http} binding: its HTTP method, its path segments ({@code *} is a variable) and its verb. */
record HttpBinding(
        String method, List<String> segments, String verb, List<String> variables, String rpc) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_.]+)(?:=([^}]+))?}");

    static Optional<HttpBinding> of(MethodDescriptor rpc) {
        if (!rpc.getOptions().hasExtension(AnnotationsProto.http)) {
            return Optional.empty();
        }
        HttpRule rule = rpc.getOptions().getExtension(AnnotationsProto.http);
        return switch (rule.getPatternCase()) {
            case GET -> Optional.of(parse("GET", rule.getGet(), rpc));
            case PUT -> Optional.of(parse("PUT", rule.getPut(), rpc));
            case POST -> Optional.of(parse("POST", rule.getPost(), rpc));
            case DELETE -> Optional.of(parse("DELETE", rule.getDelete(), rpc));
            case PATCH -> Optional.of(parse("PATCH", rule.getPatch(), rpc));
            case CUSTOM, PATTERN_NOT_SET -> Optional.empty();
        };
    }

    private static HttpBinding parse(String method, String template, MethodDescriptor rpc) {
        var variables = new ArrayList<String>();
        var path = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            variables.add(matcher.group(1));
            matcher.appendReplacement(path, Optional.ofNullable(matcher.group(2)).orElse("*"));
        }
        matcher.appendTail(path);
        int colon = path.indexOf(":");
        String verb = colon < 0 ? "" : path.substring(colon + 1);
        String segments = path.substring(1, colon < 0 ? path.length() : colon);
        return new HttpBinding(
                method,
                List.of(segments.split("/", -1)),
                verb,
                List.copyOf(variables),
                rpc.getFullName());
    }

    /** Whether one request can match both. */
    boolean clashesWith(HttpBinding other) {
        if (!method.equals(other.method)
                || !verb.equals(other.verb)
                || segments.size() != other.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String mine = segments.get(i);
            String theirs = other.segments.get(i);
            if (!mine.equals(theirs) && !mine.equals("*") && !theirs.equals("*")) {
                return false;
            }
        }
        return true;
    }
}
