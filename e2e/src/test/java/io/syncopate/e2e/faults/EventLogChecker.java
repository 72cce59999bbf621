package io.syncopate.e2e.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds a service's event log against its promises and against what was acknowledged: positions of a
 * partition without gaps, versions of an aggregate one after the other, one event for each version.
 */
final class EventLogChecker {

    private static final int TOLD = 20;

    private EventLogChecker() {}

    /**
     * @param log in any order
     * @param acknowledged of this service
     */
    static List<String> violations(List<LoggedEvent> log, List<Acknowledged> acknowledged) {
        List<LoggedEvent> inOrder = new ArrayList<>(log);
        inOrder.sort(
                Comparator.comparingInt(LoggedEvent::partition)
                        .thenComparingLong(LoggedEvent::position));
        List<String> violations = new ArrayList<>();
        positions(inOrder, violations);
        Map<String, Long> versions = versions(inOrder, violations);
        for (Acknowledged each : acknowledged) {
            // What has no etag has one version all the same.
            long version = Math.max(1, each.version());
            if (each.write().type().isLogged()
                    && versions.getOrDefault(each.name(), 0L) < version) {
                violations.add(
                        "no event for version %d of %s, acknowledged for %s"
                                .formatted(version, each.name(), each.write().key()));
            }
        }
        return violations.size() <= TOLD ? violations : violations.subList(0, TOLD);
    }

    private static void positions(List<LoggedEvent> inOrder, List<String> violations) {
        Map<Integer, Long> last = new TreeMap<>();
        for (LoggedEvent each : inOrder) {
            long before = last.getOrDefault(each.partition(), 0L);
            if (each.position() != before + 1) {
                violations.add(
                        "partition %d: position %d follows %d"
                                .formatted(each.partition(), each.position(), before));
            }
            last.put(each.partition(), each.position());
        }
    }

    /** The last version of each aggregate. */
    private static Map<String, Long> versions(List<LoggedEvent> inOrder, List<String> violations) {
        Map<String, Long> last = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        for (LoggedEvent each : inOrder) {
            Integer partition = partitions.putIfAbsent(each.aggregate(), each.partition());
            if (partition != null && partition != each.partition()) {
                violations.add(
                        "%s is in the partitions %d and %d"
                                .formatted(each.aggregate(), partition, each.partition()));
            }
            long before = last.getOrDefault(each.aggregate(), 0L);
            if (each.version() != before + 1) {
                violations.add(
                        "%s: version %d follows %d, at position %d of partition %d"
                                .formatted(
                                        each.aggregate(),
                                        each.version(),
                                        before,
                                        each.position(),
                                        each.partition()));
            }
            last.put(each.aggregate(), each.version());
        }
        return last;
    }
}
