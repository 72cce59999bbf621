package io.syncopate.testkit.store;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Remembers commands that a sharded cluster would send to all shards, or to the wrong tenant's data. The shard key is (tenant,
 * lane). On collections that are sharded, which is those whose documents have both, a write and a read by id name both, any other read names the tenant; a sweep over
 * all tenants says so in its comment. A driver swallows what a listener throws, so that the tests ask for what was seen.
 */
final class ShardKeyGuard implements CommandListener {

    private static final String TENANT = "tenant";
    private static final String LANE = "lane";
    private static final String ALL_TENANTS = "all tenants";

    private final Set<String> sharded = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    /** Those in the database, and in others that begin with its name and {@code _}, since this was asked last. */
    List<String> seenIn(String database) {
        List<String> found = new ArrayList<>();
        for (String name : List.copyOf(seen.keySet())) {
            if (name.equals(database) || name.startsWith(database + "_")) {
                found.addAll(seen.remove(name));
            }
        }
        return found;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String name = event.getCommandName();
        if (!(command.get(name) instanceof BsonString of)) {
            return;
        }
        String collection = event.getDatabaseName() + "." + of.getValue();
        switch (name) {
            case "insert" ->
                    each(command, "documents")
                            .filter(
                                    document ->
                                            document.containsKey(TENANT)
                                                    && document.containsKey(LANE))
                            .forEach(_ -> sharded.add(collection));
            default -> {
                if (sharded.contains(collection) && !isSafe(name, command)) {
                    seen.computeIfAbsent(event.getDatabaseName(), _ -> new CopyOnWriteArrayList<>())
                            .add(command.toJson());
                }
            }
        }
    }

    private static boolean isSafe(String name, BsonDocument command) {
        return switch (name) {
            case "update" ->
                    each(command, "updates")
                            .map(each -> each.getDocument("q"))
                            .allMatch(ShardKeyGuard::isWhole);
            case "delete" ->
                    each(command, "deletes")
                            .map(each -> each.getDocument("q"))
                            .allMatch(ShardKeyGuard::isWhole);
            case "findAndModify" -> isWhole(command.getDocument("query"));
            case "find" ->
                    readsOneTenant(command, command.getDocument("filter", new BsonDocument()));
            case "count", "distinct" ->
                    readsOneTenant(command, command.getDocument("query", new BsonDocument()));
            case "aggregate" -> readsOneTenant(command, firstMatch(command));
            default -> true;
        };
    }

    private static boolean readsOneTenant(BsonDocument command, BsonDocument filter) {
        boolean sweep =
                command.get("comment") instanceof BsonString comment
                        && comment.getValue().equals(ALL_TENANTS);
        return sweep || (names(filter, "_id") ? isWhole(filter) : names(filter, TENANT));
    }

    private static BsonDocument firstMatch(BsonDocument command) {
        return each(command, "pipeline")
                .findFirst()
                .filter(stage -> stage.containsKey("$match"))
                .map(stage -> stage.getDocument("$match"))
                .orElseGet(BsonDocument::new);
    }

    private static boolean isWhole(BsonDocument filter) {
        return names(filter, TENANT) && names(filter, LANE);
    }

    /** Whether it is one of stated values in each document that matches. */
    private static boolean names(BsonDocument filter, String field) {
        BsonValue value = filter.get(field);
        boolean here =
                value != null
                        && (!(value instanceof BsonDocument condition)
                                || condition.containsKey("$eq")
                                || condition.containsKey("$in")
                                || condition.isEmpty()
                                || !condition.getFirstKey().startsWith("$"));
        return here || each(filter, "$and").anyMatch(part -> names(part, field));
    }

    private static Stream<BsonDocument> each(BsonDocument in, String list) {
        return in.getArray(list, new BsonArray()).stream().map(BsonValue::asDocument);
    }
}
