package io.syncopate.gateway.people.grpc;

import com.google.api.HttpBody;

import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonColumn;
import io.syncopate.gateway.people.PersonRow;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.gateway.v1.CreatePersonRequest;
import io.syncopate.starter.call.RequestRules;
import io.syncopate.starter.file.CsvTable;
import io.syncopate.starter.file.TextFile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People from CSV; each row is held against the rules that the call for one person is. */
record PeopleFile(PeopleColumns columns, List<PersonRow> rows) {

    private static final int MOST_ROWS = 1_000;

    /** More than 50 teams fill. */
    private static final int LONGEST_CELL = 4_000;

    private static final String TYPE = "text/csv";
    private static final String UID = "[A-Za-z0-9._-]{1,64}";

    PeopleFile {
        rows = List.copyOf(rows);
    }

    /**
     * @throws InvalidException when the file cannot be taken as a whole
     */
    static PeopleFile read(HttpBody content, RequestRules rules) {
        if (!TextFile.type(content.getContentType()).equals(Optional.of(TYPE))) {
            throw new InvalidException(
                    "content.content_type", content.getContentType(), TYPE + ", in UTF-8");
        }
        CsvTable table =
                CsvTable.of(
                        TextFile.open(content.getData().newInput()),
                        "a header with columns, then a person on each row");
        PeopleColumns columns = PeopleColumns.of(table.columns());
        var rows = new ArrayList<PersonRow>();
        while (table.advance()) {
            if (rows.size() == MOST_ROWS) {
                throw new InvalidException(
                        "content", "more than %d rows".formatted(MOST_ROWS), "1 to " + MOST_ROWS);
            }
            rows.add(row(table, columns, rules));
        }
        if (rows.isEmpty()) {
            throw new InvalidException("content", "0 rows", "1 to " + MOST_ROWS);
        }
        return new PeopleFile(columns, rows);
    }

    private static PersonRow row(CsvTable table, PeopleColumns columns, RequestRules rules) {
        int line = Math.toIntExact(table.line());
        Optional<Violation> misfit = table.misfit();
        if (misfit.isPresent()) {
            return new PersonRow.Unreadable(line, "", new InvalidException(misfit.get()));
        }
        Map<PersonColumn, String> cells = columns.read(table.cells());
        String uid = cells.getOrDefault(PersonColumn.UID, "");
        try {
            requireShort(cells, columns);
            requireStated(cells, columns);
            return new PersonRow.Stated(line, uid, columns.said(), person(uid, cells, rules));
        } catch (RefusedException e) {
            return new PersonRow.Unreadable(line, uid.matches(UID) ? uid : "", e);
        }
    }

    private static Person person(String uid, Map<PersonColumn, String> cells, RequestRules rules) {
        var person =
                io.syncopate.proto.gateway.v1.Person.newBuilder()
                        .setDisplayName(cells.getOrDefault(PersonColumn.DISPLAY_NAME, ""))
                        .setEmail(cells.getOrDefault(PersonColumn.EMAIL, ""))
                        .setZone(cells.getOrDefault(PersonColumn.ZONE, ""))
                        .addAllTeams(words(cells.getOrDefault(PersonColumn.TEAMS, "")))
                        .addAllRoles(words(cells.getOrDefault(PersonColumn.ROLES, "")))
                        .build();
        rules.check(CreatePersonRequest.newBuilder().setPersonId(uid).setPerson(person).build());
        return PersonMapper.read(person);
    }

    private static void requireShort(Map<PersonColumn, String> cells, PeopleColumns columns) {
        List<Violation> tooLong =
                cells.entrySet().stream()
                        .filter(cell -> cell.getValue().length() > LONGEST_CELL)
                        .map(
                                cell ->
                                        Violation.of(
                                                columns.name(cell.getKey()),
                                                cell.getValue(),
                                                "%d characters at most".formatted(LONGEST_CELL)))
                        .toList();
        if (!tooLong.isEmpty()) {
            throw new InvalidException(tooLong);
        }
    }

    private static void requireStated(Map<PersonColumn, String> cells, PeopleColumns columns) {
        List<Violation> missing =
                PeopleColumns.REQUIRED.stream()
                        .filter(column -> cells.getOrDefault(column, "").isEmpty())
                        .map(column -> Violation.missing(columns.name(column), "one on each row"))
                        .toList();
        if (!missing.isEmpty()) {
            throw new InvalidException(missing);
        }
    }

    /** Each once: what stands there twice is no other statement. */
    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split("\\s+")));
    }
}
