package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.PARTITION;
import static io.syncopate.starter.mongo.AggregateFields.POSITION;

import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.api.v1.Cursor;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a reader of the log is: the last position that it has seen in each partition. */
final class Cursors {

    private final Map<Integer, Long> positions;

    private Cursors(Map<Integer, Long> positions) {
        this.positions = positions;
    }

    static Cursors at(Map<Integer, Long> positions) {
        return new Cursors(new TreeMap<>(positions));
    }

    /**
     * @throws InvalidException when a partition does not exist or is named twice
     */
    static Cursors of(List<Cursor> after, Set<Integer> partitions) {
        Map<Integer, Long> positions = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            Cursor cursor = after.get(i);
            if (cursor.getPartition() >= Partitions.COUNT) {
                throw new InvalidException(
                        "after[%d].partition".formatted(i),
                        cursor.getPartition(),
                        "0 to %d".formatted(Partitions.COUNT - 1));
            }
            if (positions.put(cursor.getPartition(), cursor.getPosition()) != null) {
                throw new InvalidException(
                        "after[%d].partition".formatted(i),
                        cursor.getPartition(),
                        "each partition once");
            }
        }
        positions.keySet().retainAll(partitions);
        partitions.forEach(partition -> positions.putIfAbsent(partition, 0L));
        return new Cursors(positions);
    }

    /** Reads what {@link #toString} gave. */
    static Cursors parse(String field, String text) {
        String[] words = text.split("-", -1);
        if (words.length != Partitions.COUNT) {
            throw invalid(field, text);
        }
        Map<Integer, Long> positions = new TreeMap<>();
        for (int partition = 0; partition < words.length; partition++) {
            if (!words[partition].matches("[0-9]{1,18}")) {
                throw invalid(field, text);
            }
            positions.put(partition, Long.parseLong(words[partition]));
        }
        return new Cursors(positions);
    }

    Map<Integer, Long> positions() {
        return positions;
    }

    void saw(Document entry) {
        positions.put(entry.getInteger(PARTITION), entry.get(POSITION, Number.class).longValue());
    }

    List<Cursor> toMessages() {
        return positions.entrySet().stream()
                .map(
                        each ->
                                Cursor.newBuilder()
                                        .setPartition(each.getKey())
                                        .setPosition(each.getValue())
                                        .build())
                .toList();
    }

    /** All positions in the order of their partitions: {@code 12-0-7-3}. */
    @Override
    public String toString() {
        return positions.values().stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static InvalidException invalid(String field, String text) {
        return new InvalidException(field, text, "the cursor of an earlier answer, or none");
    }
}
