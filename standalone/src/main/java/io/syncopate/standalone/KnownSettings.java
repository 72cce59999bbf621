package io.syncopate.standalone;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings that something reads, as the build wrote them down beside the records that read them:
 * a new record is known without anything being done for it.
 */
final class KnownSettings {

    static final String ROOT = "syncopate";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownSettings() {}

    /** All that begin with {@code syncopate}, of every module on the class path. */
    static Set<KnownSetting> all() {
        var known = new LinkedHashSet<KnownSetting>();
        for (URL resource : metadata()) {
            JsonNode metadata = read(resource);
            Map<String, String> meanings = meanings(metadata);
            for (JsonNode group : metadata.path("groups")) {
                String name = group.path("name").asString();
                String type = group.path("type").asString();
                // Groups of another source are the components of a record, which are walked below.
                if (isOurs(name) && type.equals(group.path("sourceType").asString())) {
                    walk(List.of(name.split("\\.")), type(type), meanings, known);
                }
            }
        }
        return known;
    }

    /** Whether some setting of any library begins with this word. */
    static boolean isFirstWordOfAny(String word) {
        return metadata().stream()
                .map(KnownSettings::read)
                .flatMap(metadata -> metadata.path("properties").valueStream())
                .map(property -> property.path("name").asString())
                .anyMatch(name -> name.equals(word) || name.startsWith(word + "."));
    }

    static boolean isOurs(String name) {
        return name.equals(ROOT) || name.startsWith(ROOT + ".");
    }

    private static void walk(
            List<String> name,
            ResolvableType type,
            Map<String, String> meanings,
            Set<KnownSetting> known) {
        Class<?> raw = type.toClass();
        if (Map.class.isAssignableFrom(raw)) {
            walk(with(name, KnownSetting.ANY), type.asMap().getGeneric(1), meanings, known);
        } else if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                walk(
                        with(name, DataObjectPropertyName.toDashedForm(component.getName())),
                        ResolvableType.forType(component.getGenericType()),
                        meanings,
                        known);
            }
        } else {
            known.add(
                    new KnownSetting(
                            name,
                            Collection.class.isAssignableFrom(raw),
                            meanings.getOrDefault(String.join(".", name), "")));
        }
    }

    private static List<String> with(List<String> name, String element) {
        var longer = new ArrayList<>(name);
        longer.add(element);
        return longer;
    }

    private static Map<String, String> meanings(JsonNode metadata) {
        var meanings = new HashMap<String, String>();
        for (JsonNode property : metadata.path("properties")) {
            meanings.put(
                    property.path("name").asString(), property.path("description").asString(""));
        }
        return meanings;
    }

    private static ResolvableType type(String name) {
        try {
            return ResolvableType.forClass(
                    Class.forName(name, false, KnownSettings.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(METADATA + " names a class that is not there", e);
        }
    }

    private static List<URL> metadata() {
        try {
            return Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(URL resource) {
        try (InputStream in = resource.openStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
