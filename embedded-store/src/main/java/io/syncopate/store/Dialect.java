package io.syncopate.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What this store does not do and the protocol's implementation below would pass over in silence: refused by name. */
final class Dialect {

    private static final int COMMAND_NOT_SUPPORTED = 115;

    private static final Set<String> READS =
            Set.of(
                    "buildinfo",
                    "collstats",
                    "connectionstatus",
                    "count",
                    "dbstats",
                    "distinct",
                    "endsessions",
                    "find",
                    "getcmdlineopts",
                    "getlog",
                    "getmore",
                    "hello",
                    "hostinfo",
                    "ismaster",
                    "killcursors",
                    "listcollections",
                    "listdatabases",
                    "listindexes",
                    "ping",
                    "serverstatus",
                    "validate",
                    "whatsmyuri");

    private static final Map<String, String> REFUSED_ARGUMENTS =
            Map.of(
                    "collation", "collations",
                    "autocommit", "transactions",
                    "startTransaction", "transactions",
                    "let", "command variables (let)",
                    "validator", "document validation",
                    "capped", "capped collections",
                    "timeseries", "time series collections",
                    "viewOn", "views");

    private static final Map<String, String> REFUSED_INDEX_OPTIONS =
            Map.of(
                    "expireAfterSeconds", "indexes that expire documents (TTL)",
                    "partialFilterExpression", "partial indexes",
                    "collation", "collations",
                    "wildcardProjection", "wildcard indexes");

    private Dialect() {}

    /** Whether a command leaves the store as it is. */
    static boolean reads(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return name.equals("aggregate")
                ? !hasStage(query, "$out") && !hasStage(query, "$merge")
                : READS.contains(name);
    }

    private static boolean hasStage(Document query, String name) {
        return query.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(
                                stage ->
                                        stage instanceof Document document
                                                && document.containsKey(name));
    }

    static void checkCommand(Document query) {
        refuse(query, REFUSED_ARGUMENTS);
        for (String batch : List.of("updates", "deletes")) {
            if (query.get(batch) instanceof Collection<?> statements) {
                statements.forEach(statement -> checkStatement((Document) statement));
            }
        }
        if (query.get("update") instanceof Collection<?>) {
            throw unsupported("updates by a pipeline");
        }
        if (hasStage(query, "$changeStream")) {
            throw unsupported("change streams");
        }
    }

    private static void checkStatement(Document statement) {
        refuse(statement, REFUSED_ARGUMENTS);
        if (statement.get("u") instanceof Collection<?>) {
            throw unsupported("updates by a pipeline");
        }
    }

    static void checkIndex(Document description) {
        refuse(description, REFUSED_INDEX_OPTIONS);
        if (description.get("key") instanceof Document key) {
            key.forEach(Dialect::checkIndexKey);
        }
    }

    private static void checkIndexKey(String field, @Nullable Object direction) {
        if (!(direction instanceof Number)) {
            throw unsupported("\"" + direction + "\" indexes (on " + field + ")");
        }
        if (field.contains("$**")) {
            throw unsupported("wildcard indexes");
        }
        if (field.matches("(.*\\.)?\\d+(\\..*)?")) {
            throw unsupported("indexes on a position in a list (" + field + ")");
        }
    }

    private static void refuse(Document document, Map<String, String> refused) {
        refused.forEach(
                (argument, feature) -> {
                    Object value = document.get(argument);
                    if (value != null && !Boolean.FALSE.equals(value) && !isEmpty(value)) {
                        throw unsupported(feature);
                    }
                });
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Document document && document.isEmpty();
    }

    static MongoServerError unsupported(String feature) {
        return new MongoServerError(
                COMMAND_NOT_SUPPORTED,
                "CommandNotSupported",
                "The embedded store does not do " + feature + "; a MongoDB server does.");
    }
}
