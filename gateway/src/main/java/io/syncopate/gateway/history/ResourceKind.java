package io.syncopate.gateway.history;

import java.util.List;

/**
 * One kind of resource and who has it.
 *
 * @param pattern of its names, as its contract declares it: {@code
 *     programs/{program}/assessments/{assessment}}
 * @param backend that has it
 */
public record ResourceKind(String pattern, String backend) {

    /** Whether this is the name of one: segment by segment, a variable stands for any text. */
    boolean hasName(String name) {
        List<String> wanted = segments(pattern);
        List<String> given = segments(name);
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            boolean fits =
                    isVariable(wanted.get(i))
                            ? !given.get(i).isEmpty()
                            : wanted.get(i).equals(given.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The same for two patterns whose names cannot be told apart. */
    String shape() {
        return String.join(
                "/",
                segments(pattern).stream()
                        .map(segment -> isVariable(segment) ? "*" : segment)
                        .toList());
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /** {@code {program}}, and {@code {pipeline}.{stage}} too. */
    private static boolean isVariable(String segment) {
        return segment.contains("{");
    }
}
