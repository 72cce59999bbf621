package io.syncopate.console;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The colours of one colour scheme, by the names that console.css gives them. */
record Scheme(String name, Map<String, String> colours) {

    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");
    private static final String DARK = "@media (prefers-color-scheme: dark)";

    static Scheme light(String css) {
        return new Scheme("light", colours(css.substring(0, css.indexOf(DARK))));
    }

    /** What the dark scheme does not set it takes from the light one, as the browser does. */
    static Scheme dark(String css) {
        var colours = new HashMap<>(light(css).colours());
        colours.putAll(colours(css.substring(css.indexOf(DARK))));
        return new Scheme("dark", colours);
    }

    private static Map<String, String> colours(String css) {
        var found = new HashMap<String, String>();
        COLOUR.matcher(css).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }

    /** Contrast as WCAG 2.2 defines it, from 1 to 21. */
    double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private double luminance(String name) {
        String colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("console.css has no colour --" + name);
        }
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double channel = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
