package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.starter.autoconfigure.BackendsProperties.Target;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.json.JsonParserFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's table of settings, held against what the records of settings read. */
class DocumentedSettingsTest {

    /** Of this module, as the compiler wrote it down. */
    private static final Path METADATA =
            Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    private static final String BACKENDS = "syncopate.backends";
    private static final Pattern ROW =
            Pattern.compile("\\| `(syncopate\\.[^`]+)` \\| ([^|]+) \\| ([^|]+) \\|");

    @Test
    void theReadmeNamesEverySettingWithItsDefault() throws IOException {
        Map<String, String> documented = documented();
        Map<String, String> read = read();

        assertThat(documented).containsOnlyKeys(read.keySet());
        read.forEach(
                (name, standard) -> {
                    // What has none in its record is required, or worked out where it is used.
                    if (!standard.isEmpty()) {
                        assertThat(documented).containsEntry(name, standard);
                    }
                });
    }

    private static Map<String, String> documented() throws IOException {
        var settings = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                settings.put(row.group(1), row.group(2));
            }
        }
        return settings;
    }

    private static String text(@Nullable Object standard) {
        return switch (standard) {
            case null -> "";
            case Number number -> Long.toString(number.longValue());
            default -> standard.toString();
        };
    }

    private static Map<String, String> read() throws IOException {
        var settings = new TreeMap<String, String>();
        Map<String, Object> metadata =
                JsonParserFactory.getJsonParser().parseMap(Files.readString(METADATA));
        for (Object property : (List<?>) Objects.requireNonNull(metadata.get("properties"))) {
            var described = (Map<?, ?>) property;
            settings.put(
                    String.valueOf(described.get("name")), text(described.get("defaultValue")));
        }
        settings.remove(BACKENDS);
        // The metadata does not look into a map.
        for (var parameter : Target.class.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
            settings.put(
                    BACKENDS
                            + ".<name>."
                            + DataObjectPropertyName.toDashedForm(parameter.getName()),
                    standard == null ? "" : String.join(",", standard.value()));
        }
        return settings;
    }
}
