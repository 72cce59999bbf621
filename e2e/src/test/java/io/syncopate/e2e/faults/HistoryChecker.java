package io.syncopate.e2e.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds what is there against what was acknowledged: nothing lost, nothing taken back, nothing done
 * twice. Writes that were never answered may have been done or not.
 */
final class HistoryChecker {

    private final List<Acknowledged> acknowledged;
    private final List<Write> unanswered;
    private final Map<String, Observed> observed;
    private final List<String> violations = new ArrayList<>();

    private HistoryChecker(
            List<Acknowledged> acknowledged, List<Write> unanswered, List<Observed> observed) {
        this.acknowledged = acknowledged;
        this.unanswered = unanswered;
        this.observed = new HashMap<>();
        for (Observed each : observed) {
            if (this.observed.put(each.name(), each) != null) {
                violations.add("listed twice: " + each.name());
            }
        }
    }

    /** What is wrong, a line each; empty when nothing is. */
    static List<String> violations(
            List<Acknowledged> acknowledged, List<Write> unanswered, List<Observed> observed) {
        var checker = new HistoryChecker(acknowledged, unanswered, observed);
        checker.oneResourcePerKey();
        checker.oneAcknowledgementPerVersion();
        checker.everythingIsThere();
        return List.copyOf(checker.violations);
    }

    private void oneResourcePerKey() {
        Map<String, Set<String>> made = new TreeMap<>();
        for (Observed each : observed.values()) {
            String key = each.origin();
            if (!key.isEmpty()) {
                made.computeIfAbsent(key, _ -> new HashSet<>()).add(each.name());
            }
        }
        Set<String> sent = new HashSet<>();
        acknowledged.forEach(each -> sent.add(each.write().key()));
        unanswered.forEach(each -> sent.add(each.key()));
        made.forEach(
                (key, names) -> {
                    if (names.size() > 1) {
                        violations.add("made twice with the key " + key + ": " + names);
                    }
                    if (!sent.contains(key)) {
                        violations.add("made with the key " + key + " that nobody sent: " + names);
                    }
                });
    }

    private void oneAcknowledgementPerVersion() {
        Map<String, Acknowledged> byVersion = new HashMap<>();
        for (Acknowledged each : acknowledged) {
            if (each.version() == 0) {
                continue;
            }
            Acknowledged other = byVersion.put(each.name() + "@" + each.version(), each);
            if (other != null) {
                violations.add(
                        "version %d of %s was acknowledged for %s and for %s: one of them is lost"
                                .formatted(
                                        each.version(),
                                        each.name(),
                                        other.write().key(),
                                        each.write().key()));
            }
        }
    }

    private void everythingIsThere() {
        Map<String, List<Acknowledged>> byName =
                acknowledged.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Acknowledged::name,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byName.forEach(
                (name, writes) -> {
                    Observed is = observed.get(name);
                    if (is == null) {
                        violations.add("lost: %s of %s".formatted(name, keys(writes)));
                        return;
                    }
                    writes.sort(Comparator.comparingLong(Acknowledged::version));
                    long last = writes.getLast().version();
                    if (is.version() < last) {
                        violations.add(
                                "taken back: %s is at version %d, version %d was acknowledged for %s"
                                        .formatted(
                                                name,
                                                is.version(),
                                                last,
                                                writes.getLast().write().key()));
                    }
                    content(is, writes);
                });
    }

    private void content(Observed is, List<Acknowledged> inOrder) {
        Map<String, String> expected = new LinkedHashMap<>();
        inOrder.forEach(each -> expected.putAll(each.write().content()));
        expected.forEach(
                (pointer, value) -> {
                    String found = is.at(pointer);
                    if (!found.equals(value) && !mayComeOf(found, pointer, is.name())) {
                        violations.add(
                                "%s of %s is '%s', acknowledged was '%s'"
                                        .formatted(pointer, is.name(), found, value));
                    }
                });
    }

    private boolean mayComeOf(String found, String pointer, String name) {
        return unanswered.stream()
                .filter(each -> each.concerns(name))
                .anyMatch(each -> found.equals(each.content().get(pointer)));
    }

    private static String keys(List<Acknowledged> writes) {
        return writes.stream().map(each -> each.write().key()).collect(Collectors.joining(", "));
    }
}
