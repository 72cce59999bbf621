package io.syncopate.gateway.people;

import io.syncopate.kernel.Grant;
import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refusals about people. */
public sealed class PeopleException extends RefusedException {

    private static final long serialVersionUID = 1;

    private PeopleException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    /** No such role in the configuration. */
    public static final class UnknownRole extends PeopleException {
        private static final long serialVersionUID = 1;

        public UnknownRole(String role, Set<String> known) {
            this(
                    Violation.of(
                            Roles.FIELD,
                            role,
                            "one of %s, alone or followed by :TEAM or :OWN"
                                    .formatted(String.join(", ", new TreeSet<>(known)))));
        }

        private UnknownRole(Violation violation) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "UNKNOWN_ROLE",
                    "role " + violation.description(),
                    List.of(violation));
        }
    }

    /** A zone that the time zone database does not have. */
    public static final class UnknownTimeZone extends PeopleException {
        private static final long serialVersionUID = 1;

        public UnknownTimeZone(String zone) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "UNKNOWN_TIME_ZONE",
                    "zone '%s': expected an id of the time zone database".formatted(zone),
                    List.of(Violation.of("person.zone", zone, "an id such as Europe/Berlin")));
        }
    }

    /** Somebody wants to give more than they have. */
    public static final class GrantBeyondOwn extends PeopleException {
        private static final long serialVersionUID = 1;

        /**
         * @param field what gives it, such as {@code person.roles}
         */
        public GrantBeyondOwn(String field, Grant grant) {
            super(
                    Kind.PERMISSION_DENIED,
                    "GRANT_BEYOND_OWN",
                    grant + ": nobody can give rights that they do not have",
                    List.of(Violation.of(field, grant, "rights that you have yourself")));
        }
    }

    /** Somebody wants to have a person reach a team's things who do not reach them themselves. */
    public static final class TeamBeyondOwn extends PeopleException {
        private static final long serialVersionUID = 1;

        public TeamBeyondOwn(String team, Grant grant, Set<String> own) {
            super(
                    Kind.PERMISSION_DENIED,
                    "GRANT_BEYOND_OWN",
                    "team '%s' with %s: nobody can give rights over a team that they are not in"
                            .formatted(team, grant),
                    List.of(
                            Violation.of(
                                    "person.teams",
                                    team,
                                    own.isEmpty()
                                            ? "none, because you are in no team"
                                            : "teams that you are in: "
                                                    + String.join(", ", new TreeSet<>(own)))));
        }
    }
}
