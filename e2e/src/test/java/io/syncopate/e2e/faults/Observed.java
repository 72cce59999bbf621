package io.syncopate.e2e.faults;

import tools.jackson.databind.JsonNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource as it is read back. */
record Observed(ResourceType type, JsonNode body) {

    private static final Pattern KEY = Pattern.compile("(?:people/)?(k\\d+(?:-\\d+)*)");

    String name() {
        return body.path("name").asString();
    }

    long version() {
        return versionOf(body);
    }

    /** The text at a JSON pointer, numbers and truth values too. */
    String at(String pointer) {
        return body.at(pointer).asString("");
    }

    /** The key that a load created it with; empty where it carries none, or somebody else made it. */
    String origin() {
        String text = type.origin().isEmpty() ? "" : at(type.origin());
        Matcher key = KEY.matcher(text);
        return key.matches() ? key.group(1) : "";
    }

    /** Etags count the changes: {@code v3} is the third state. */
    static long versionOf(JsonNode resource) {
        String etag = resource.path("etag").asString("");
        return etag.isEmpty() ? 0 : Long.parseLong(etag.substring(1));
    }
}
