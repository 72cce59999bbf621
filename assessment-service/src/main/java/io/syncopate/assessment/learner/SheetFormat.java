package io.syncopate.assessment.learner;

import io.syncopate.assessment.learner.LearnerSheet.Section;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a sheet is written. Whatever people wrote comes out as text and never as markup. */
public enum SheetFormat {
    MARKDOWN("text/markdown; charset=utf-8") {
        @Override
        public String write(LearnerSheet sheet) {
            return "# %s\n\n%s\n%s"
                    .formatted(
                            markdown(sheet.title()),
                            markdown(sheet.objective()),
                            sheet.sections().stream()
                                    .map(SheetFormat::markdown)
                                    .collect(Collectors.joining()));
        }
    },
    HTML("text/html; charset=utf-8") {
        @Override
        public String write(LearnerSheet sheet) {
            return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            %3$s</body>
            </html>
            """
                    .formatted(
                            html(sheet.title()),
                            html(sheet.objective()),
                            sheet.sections().stream()
                                    .map(SheetFormat::html)
                                    .collect(Collectors.joining()));
        }
    };

    private static final String MARKUP = "\\`*_[]<>&#|~";

    /** What makes a list or a rule of a line that begins with it. */
    private static final Pattern BEGINNING = Pattern.compile("^([-+=]|[0-9]+[.)])");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public abstract String write(LearnerSheet sheet);

    private static String markdown(Section section) {
        var text = new StringBuilder("\n## " + markdown(section.heading()) + "\n\n");
        section.points().forEach(point -> text.append("- ").append(markdown(point)).append('\n'));
        if (!section.text().isBlank()) {
            text.append(section.points().isEmpty() ? "" : "\n");
            text.append(markdown(section.text())).append('\n');
        }
        return text.toString();
    }

    private static String html(Section section) {
        var text = new StringBuilder("<h2>" + html(section.heading()) + "</h2>\n");
        if (!section.points().isEmpty()) {
            text.append("<ul>\n");
            section.points()
                    .forEach(point -> text.append("<li>").append(html(point)).append("</li>\n"));
            text.append("</ul>\n");
        }
        if (!section.text().isBlank()) {
            text.append("<p>").append(html(section.text())).append("</p>\n");
        }
        return text.toString();
    }

    /** On one line, as a line that somebody begins with spaces would be code. */
    private static String markdown(String text) {
        var escaped = new StringBuilder();
        text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(
                        each -> {
                            if (MARKUP.indexOf(each) >= 0) {
                                escaped.append('\\');
                            }
                            escaped.appendCodePoint(each);
                        });
        return BEGINNING
                .matcher(escaped)
                .replaceFirst(begun -> Matcher.quoteReplacement(withoutMeaning(begun.group())));
    }

    /** {@code 1.} as {@code 1\\.} */
    private static String withoutMeaning(String begun) {
        int last = begun.length() - 1;
        return begun.substring(0, last) + '\\' + begun.charAt(last);
    }

    private static String html(String text) {
        var escaped = new StringBuilder();
        text.strip()
                .codePoints()
                .forEach(
                        each -> {
                            switch (each) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.appendCodePoint(each);
                            }
                        });
        return escaped.toString();
    }
}
