package io.syncopate.gateway.people.grpc;

import io.syncopate.gateway.people.PersonColumn;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file says what, and by which name.
 *
 * @param header the columns as the file names them
 * @param places of each that there is, in the header
 */
record PeopleColumns(List<String> header, Map<PersonColumn, Integer> places) {

    static final List<PersonColumn> REQUIRED = List.of(PersonColumn.UID, PersonColumn.DISPLAY_NAME);

    private static final String EXPECTED = "one of uid, displayName, email, zone, teams, roles";

    PeopleColumns {
        header = List.copyOf(header);
        places = Map.copyOf(places);
    }

    /**
     * @throws InvalidException naming every column that is none, is there twice, or is missing
     */
    static PeopleColumns of(List<String> header) {
        var places = new EnumMap<PersonColumn, Integer>(PersonColumn.class);
        var errors = new ArrayList<Violation>();
        for (int i = 0; i < header.size(); i++) {
            PersonColumn column = column(header.get(i));
            String expected =
                    column == null
                            ? EXPECTED
                            : places.putIfAbsent(column, i) != null ? "each column once" : "";
            if (!expected.isEmpty()) {
                errors.add(
                        Violation.of("content.columns[%d]".formatted(i), header.get(i), expected));
            }
        }
        for (PersonColumn column : REQUIRED) {
            if (!places.containsKey(column)) {
                errors.add(Violation.missing("content.columns", json(column)));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(errors);
        }
        return new PeopleColumns(header, places);
    }

    Set<PersonColumn> said() {
        return places.keySet();
    }

    /** Without blanks around what a cell says. */
    Map<PersonColumn, String> read(List<String> cells) {
        var read = new EnumMap<PersonColumn, String>(PersonColumn.class);
        places.forEach((column, place) -> read.put(column, cells.get(place).strip()));
        return read;
    }

    /** As the file names it. */
    String name(PersonColumn column) {
        Integer place = places.get(column);
        return place == null ? json(column) : header.get(place);
    }

    /** The column that a refusal of the call for one person speaks of; the row as a whole is empty. */
    String nameOf(String field) {
        String path = field.replaceFirst("^person\\.", "").replaceFirst("\\[.*$", "");
        PersonColumn column = path.equals("person_id") ? PersonColumn.UID : column(path);
        return column == null ? "" : name(column);
    }

    private static @Nullable PersonColumn column(String name) {
        return switch (name) {
            case "uid" -> PersonColumn.UID;
            case "displayName", "display_name" -> PersonColumn.DISPLAY_NAME;
            case "email" -> PersonColumn.EMAIL;
            case "zone" -> PersonColumn.ZONE;
            case "teams" -> PersonColumn.TEAMS;
            case "roles" -> PersonColumn.ROLES;
            default -> null;
        };
    }

    private static String json(PersonColumn column) {
        return switch (column) {
            case UID -> "uid";
            case DISPLAY_NAME -> "displayName";
            case EMAIL -> "email";
            case ZONE -> "zone";
            case TEAMS -> "teams";
            case ROLES -> "roles";
        };
    }
}
