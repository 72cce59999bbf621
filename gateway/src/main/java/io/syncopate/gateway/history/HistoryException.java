package io.syncopate.gateway.history;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Refusals about histories. */
public sealed class HistoryException extends RefusedException {

    private static final long serialVersionUID = 1;

    private HistoryException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    /** A name that is of no kind that any backend has. */
    public static final class UnknownKind extends HistoryException {
        private static final long serialVersionUID = 1;

        /**
         * @param known patterns of the names that there are
         */
        public UnknownKind(String name, List<String> known) {
            this(
                    Violation.of(
                            "name",
                            name,
                            "the name of a resource: %s"
                                    .formatted(String.join(", ", new TreeSet<>(known)))));
        }

        private UnknownKind(Violation violation) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "UNKNOWN_RESOURCE_KIND",
                    "name " + violation.description(),
                    List.of(violation));
        }
    }

    /** The backend that has the resource keeps no event log. */
    public static final class NotKept extends HistoryException {
        private static final long serialVersionUID = 1;

        public NotKept(ResourceKind kind) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "HISTORY_NOT_KEPT",
                    "%s keeps no event log: there is no history of its %s"
                            .formatted(kind.backend(), kind.pattern()),
                    List.of(
                            Violation.of(
                                    kind.backend(),
                                    kind.pattern(),
                                    "a resource of a service with"
                                            + " syncopate.api.v1.EventFeedService")));
        }
    }
}
