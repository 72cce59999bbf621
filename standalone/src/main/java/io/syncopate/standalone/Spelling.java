package io.syncopate.standalone;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses settings that nothing reads: a misspelt one would be left out of account without a word.
 */
final class Spelling {

    /** So near to a setting's, the name of a variable is that one, misspelt. */
    private static final int NEAR = 3;

    private final Set<KnownSetting> known;

    Spelling(Set<KnownSetting> known) {
        this.known = Set.copyOf(known);
    }

    /** Names with dots, from wherever; those of others than Syncopate are not looked at. */
    void check(Stream<String> names) {
        names.filter(KnownSettings::isOurs)
                .forEach(
                        name -> {
                            var canonical = ConfigurationPropertyName.adapt(name, '.');
                            if (known.stream().noneMatch(one -> one.isNamedBy(canonical))) {
                                throw unknown("--" + name, "--", canonical);
                            }
                        });
    }

    /**
     * Of the environment's variables that begin with {@code SYNCOPATE_}, only those are looked at that
     * go on as a setting does: the name is also for what is no setting.
     */
    void checkVariables(Collection<String> names) {
        for (String name : names) {
            var dotted = ConfigurationPropertyName.adapt(name, '_');
            if (KnownSettings.isOurs(KnownSetting.uniform(dotted))
                    && known.stream().noneMatch(one -> one.isNamedByVariable(name))
                    && (known.stream().anyMatch(one -> one.beginsAsVariable(name))
                            || distance(nearest(dotted), dotted) <= NEAR)) {
                throw unknown(name, "", dotted);
            }
        }
    }

    /**
     * What is said of an option that nobody reads.
     *
     * @param also what people may mean by it, besides the known ones
     */
    StartupException unread(String argument, String name, KnownSetting also) {
        var canonical = ConfigurationPropertyName.adapt(name, '.');
        return unknown(
                argument,
                "--",
                canonical,
                nearest(canonical, Stream.concat(known.stream(), Stream.of(also))));
    }

    private StartupException unknown(
            String given, String prefix, ConfigurationPropertyName canonical) {
        return unknown(given, prefix, canonical, nearest(canonical));
    }

    private static StartupException unknown(
            String given,
            String prefix,
            ConfigurationPropertyName canonical,
            KnownSetting nearest) {
        String name = nearest.spelt(canonical);
        return new StartupException(
                "'%s' is not a setting: expected one that there is; the nearest is %s%s"
                        .formatted(
                                given,
                                prefix.isEmpty() ? KnownSetting.variable(name) : prefix + name,
                                nearest.meaning().isEmpty() ? "" : " (" + nearest.meaning() + ")"));
    }

    private KnownSetting nearest(ConfigurationPropertyName name) {
        return nearest(name, known.stream());
    }

    private static KnownSetting nearest(
            ConfigurationPropertyName name, Stream<KnownSetting> settings) {
        return settings.min(
                        Comparator.<KnownSetting>comparingInt(one -> distance(one, name))
                                .thenComparing(one -> one.spelt(name)))
                .orElseThrow();
    }

    private static int distance(KnownSetting one, ConfigurationPropertyName name) {
        return distance(
                KnownSetting.uniform(ConfigurationPropertyName.adapt(one.spelt(name), '.')),
                KnownSetting.uniform(name));
    }

    /** How many letters are left over of both when the longest common subsequence is taken out. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            int[] common = new int[other.length() + 1];
            for (int j = 1; j <= other.length(); j++) {
                common[j] =
                        one.charAt(i - 1) == other.charAt(j - 1)
                                ? before[j - 1] + 1
                                : Math.max(before[j], common[j - 1]);
            }
            before = common;
        }
        return one.length() + other.length() - 2 * before[other.length()];
    }
}
