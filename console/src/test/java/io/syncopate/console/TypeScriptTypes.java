package io.syncopate.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The interfaces and named unions of {@code api/types}, as far as a test of names needs them: one
 * field per line.
 */
record TypeScriptTypes(Map<String, Map<String, String>> interfaces, Map<String, String> unions) {

    private static final Pattern INTERFACE =
            Pattern.compile("export interface (\\w+)[^{]*\\{\\n(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("^  readonly (\\w+)\\??: (.*?);$", Pattern.MULTILINE);
    private static final Pattern UNION = Pattern.compile("export type (\\w+) = (.*?);");
    private static final Pattern LITERAL = Pattern.compile("'([A-Z_]+)'");

    static TypeScriptTypes parse(String source) {
        var interfaces = new LinkedHashMap<String, Map<String, String>>();
        INTERFACE
                .matcher(source)
                .results()
                .forEach(match -> interfaces.put(match.group(1), fields(match.group(2))));
        Map<String, String> unions =
                UNION.matcher(source)
                        .results()
                        .collect(
                                Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        return new TypeScriptTypes(interfaces, unions);
    }

    private static Map<String, String> fields(String body) {
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(body).results().forEach(match -> fields.put(match.group(1), match.group(2)));
        return fields;
    }

    /** The string literals that a type allows, itself or through the union that it names; empty if none. */
    Set<String> literals(String type) {
        String name = type.replace("readonly ", "").replace("[]", "");
        return LITERAL.matcher(unions.getOrDefault(name, type))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
