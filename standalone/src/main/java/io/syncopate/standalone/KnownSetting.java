package io.syncopate.standalone;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The name of a setting that something reads.
 *
 * @param elements what its dots separate; {@link #ANY} where a map has a key
 * @param isList whether the numbers of a list's elements may follow
 * @param meaning as its record describes it; may be empty
 */
record KnownSetting(List<String> elements, boolean isList, String meaning) {

    static final String ANY = "*";
    private static final String VARIABLE = "SYNCOPATE_";

    KnownSetting {
        elements = List.copyOf(elements);
    }

    /** By Spring's rules for names: neither case nor dashes count. */
    boolean isNamedBy(ConfigurationPropertyName name) {
        String pattern =
                elements.stream()
                        .map(element -> element.equals(ANY) ? "[^.]+" : element.replace("-", ""))
                        .collect(Collectors.joining("\\."));
        return uniform(name).matches(pattern + (isList ? "(\\.\\d+)?" : ""));
    }

    /** A dash is left out of a variable's name, or written as the dots are. */
    boolean isNamedByVariable(String variable) {
        String pattern =
                elements.stream()
                        .map(element -> element.equals(ANY) ? ".+" : element.replace("-", "_?"))
                        .collect(Collectors.joining("_"));
        return Pattern.compile(pattern + (isList ? "(_\\d+_?)?" : ""), Pattern.CASE_INSENSITIVE)
                .matcher(variable)
                .matches();
    }

    /** Whether a variable begins as this setting's does, by its second word. */
    boolean beginsAsVariable(String variable) {
        String word = elements.get(1).replace("-", "_?");
        return Pattern.compile(VARIABLE + word + "_.*", Pattern.CASE_INSENSITIVE)
                .matcher(variable)
                .matches();
    }

    /** What it is called for a map's keys as the name has them, or may have them. */
    String spelt(ConfigurationPropertyName name) {
        return IntStream.range(0, elements.size())
                .mapToObj(
                        i ->
                                !elements.get(i).equals(ANY)
                                        ? elements.get(i)
                                        : i < name.getNumberOfElements()
                                                ? name.getElement(i, Form.DASHED)
                                                : "NAME")
                .collect(Collectors.joining("."));
    }

    /** What a name of dots is called in the environment. */
    static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    static String uniform(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .mapToObj(i -> name.getElement(i, Form.UNIFORM))
                .collect(Collectors.joining("."));
    }
}
