package io.syncopate.asset.campaign;

import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What waits for what in a campaign. Two assets of a coupled pair do not wait for each other, so a
 * circle is one only when it closes without going through a coupled pair.
 */
final class DependencyGraph {

    private final Map<String, PlannedAsset> assets = new LinkedHashMap<>();
    private final Map<String, Set<String>> coupled = new HashMap<>();

    /**
     * @param planned with different keys
     */
    DependencyGraph(List<PlannedAsset> planned) {
        for (PlannedAsset asset : planned) {
            assets.put(asset.key(), asset);
            for (String other : asset.coupledWith()) {
                coupled.computeIfAbsent(asset.key(), _ -> new HashSet<>()).add(other);
                coupled.computeIfAbsent(other, _ -> new HashSet<>()).add(asset.key());
            }
        }
    }

    /** Both sides of a pair, whichever of them names the other. */
    Set<String> coupledWith(String key) {
        return Set.copyOf(coupled.getOrDefault(key, Set.of()));
    }

    /** Keys that name no other asset of the campaign. */
    List<Violation> unknown() {
        List<Violation> violations = new ArrayList<>();
        int index = 0;
        for (PlannedAsset asset : assets.values()) {
            String at = "campaign.assets[%d].".formatted(index++);
            unknown(at + "depends_on", asset, asset.dependsOn(), violations);
            unknown(at + "coupled_with", asset, asset.coupledWith(), violations);
        }
        return violations;
    }

    private void unknown(
            String field, PlannedAsset asset, List<String> keys, List<Violation> violations) {
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (!assets.containsKey(key) || key.equals(asset.key())) {
                violations.add(
                        Violation.of(
                                "%s[%d]".formatted(field, i),
                                key,
                                "the key of another asset of the campaign"));
            }
        }
    }

    /** The assets of a circle in order, the first again at the end. */
    Optional<List<String>> cycle() {
        Set<String> clear = new HashSet<>();
        for (String start : assets.keySet()) {
            Optional<List<String>> found = cycleFrom(start, clear);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Depth first without recursion: a chain may be as long as a campaign. */
    private Optional<List<String>> cycleFrom(String start, Set<String> clear) {
        if (clear.contains(start)) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(List.of(start));
        Deque<Deque<String>> open = new ArrayDeque<>();
        open.push(waitsFor(start));
        while (!open.isEmpty()) {
            String next = open.element().poll();
            if (next == null) {
                open.pop();
                clear.add(path.removeLast());
            } else if (path.contains(next)) {
                List<String> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                cycle.add(next);
                return Optional.of(cycle);
            } else if (!clear.contains(next)) {
                path.add(next);
                open.push(waitsFor(next));
            }
        }
        return Optional.empty();
    }

    private Deque<String> waitsFor(String key) {
        Deque<String> waitsFor = new ArrayDeque<>();
        PlannedAsset asset = assets.get(key);
        if (asset != null) {
            Set<String> pairs = coupledWith(key);
            asset.dependsOn().stream()
                    .filter(other -> !pairs.contains(other))
                    .forEach(waitsFor::add);
        }
        return waitsFor;
    }
}
