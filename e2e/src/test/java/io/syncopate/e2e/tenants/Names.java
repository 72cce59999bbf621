package io.syncopate.e2e.tenants;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resources of one tenant, found by what a contract says a name looks like. */
record Names(List<String> all) {

    /** A pattern of a name begins with its collection. */
    private static final Pattern OF_A_RESOURCE =
            Pattern.compile("\\^\\(?[a-zA-Z]+/.*", Pattern.DOTALL);

    Names {
        all = List.copyOf(all);
    }

    static boolean isOfAResource(String pattern) {
        return OF_A_RESOURCE.matcher(pattern).matches();
    }

    /** The first that matches a regular expression of the contract. */
    Optional<String> matching(String pattern) {
        return all.stream().filter(Pattern.compile(pattern).asMatchPredicate()).findFirst();
    }

    /** The first that fits into a path, such as {@code programs/*}. */
    Optional<String> fitting(String template) {
        return matching(template.replace(".", "\\.").replace("*", "[^/]+"));
    }
}
