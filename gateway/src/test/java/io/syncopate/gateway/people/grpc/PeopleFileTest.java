package io.syncopate.gateway.people.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import build.buf.protovalidate.ValidatorFactory;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;

import io.syncopate.gateway.people.ImportedRow;
import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonColumn;
import io.syncopate.gateway.people.PersonRow;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.gateway.v1.ImportPeopleResponse;
import io.syncopate.starter.call.RequestRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PeopleFileTest {

    private static final RequestRules RULES =
            new RequestRules(ValidatorFactory.newBuilder().build());

    @Test
    void readsWhatAFileSaysOfEachPerson() {
        assertThat(
                        rows(
                                """
                                uid;displayName;email;zone;teams;roles
                                ann.lee; Ann Lee ;ann@acme.example;Europe/Berlin;editors  night-shift editors;designer:TEAM viewer

                                bob;Bob;;;;
                                """))
                .containsExactly(
                        new PersonRow.Stated(
                                2,
                                "ann.lee",
                                EnumSet.allOf(PersonColumn.class),
                                new Person(
                                        "Ann Lee",
                                        Optional.of("ann@acme.example"),
                                        Optional.of(ZoneId.of("Europe/Berlin")),
                                        Set.of("editors", "night-shift"),
                                        Set.of("designer:TEAM", "viewer"))),
                        new PersonRow.Stated(
                                4,
                                "bob",
                                EnumSet.allOf(PersonColumn.class),
                                new Person(
                                        "Bob",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Set.of(),
                                        Set.of())));
    }

    @Test
    void knowsOfWhichColumnsAFileSaysNothing() {
        assertThat(rows("display_name,uid\nAnn,ann\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        PersonRow.Stated.class,
                        row ->
                                assertThat(row.columns())
                                        .containsExactlyInAnyOrder(
                                                PersonColumn.UID, PersonColumn.DISPLAY_NAME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "uid | ann lee | an id like ann.lee, up to 64",
                "uid | service.asset | an id that does not begin with service.",
                "uid | ~~ | one on each row",
                "display_name | ~~ | one on each row",
                "email | nobody | a valid email address",
                "zone | Europe/Berlyn | an id such as Europe/Berlin",
                "zone | Europe Berlin | a time zone like Europe/Berlin",
                "teams | editors Night | an id like spring-2026",
                "roles | designer:ALL | a role like designer"
            })
    void tellsLineColumnValueAndExpectation(String column, String value, String expected) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("uid", "ann");
        cells.put("display_name", "Ann");
        cells.put(column, value);
        String file = String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values());
        ImportPeopleResponse.Row row = refused(file);
        assertThat(row.getLine()).isEqualTo(2);
        assertThat(row.getReason())
                .isEqualTo(
                        expected.startsWith("an id such")
                                ? "UNKNOWN_TIME_ZONE"
                                : "INVALID_REQUEST");
        assertThat(row.getErrorsList())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.getColumn()).isEqualTo(column);
                            assertThat(value).contains(error.getValue());
                            assertThat(error.getExpected()).contains(expected);
                            assertThat(error.getDescription()).contains(error.getExpected());
                        });
    }

    @Test
    void aRowOfAnotherWidthOrWithAnEndlessCellIsItsOwnError() {
        assertThat(refused("uid,displayName\nann\n").getErrors(0).getExpected())
                .isEqualTo("2 as there are columns");
        assertThat(refused("uid,displayName,teams\nann,Ann," + "a ".repeat(2_001)).getErrors(0))
                .satisfies(
                        error -> {
                            assertThat(error.getColumn()).isEqualTo("teams");
                            assertThat(error.getExpected()).isEqualTo("4000 characters at most");
                        });
    }

    @Test
    void tellsTheFirstErrorsOfARowThatHasManyAndNoNameThatCanBeNone() {
        String bad = IntStream.range(0, 50).mapToObj(i -> "T" + i).collect(Collectors.joining(" "));
        ImportPeopleResponse.Row row = refused("uid,displayName,teams\nann,Ann," + bad);
        assertThat(row.getErrorsList()).hasSize(5);
        assertThat(row.getName()).isEqualTo("people/ann");
        assertThat(refused("uid,displayName\nann/lee,Ann\n").getName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uid,displayName,manager | content.columns[2] | manager | one of uid, displayName,",
                "uid,displayName,uid | content.columns[2] | uid | each column once",
                "uid,display_name,displayName | content.columns[2] | displayName | each column"
                        + " once",
                "uid,email | content.columns | | displayName"
            })
    void refusesAFileWithAColumnTooManyOrTooFew(
            String header, String field, String value, String expected) {
        assertThat(refusal("text/csv", header + "\nann,Ann,x\n"))
                .satisfies(
                        error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.value()).isEqualTo(Optional.ofNullable(value));
                            assertThat(error.expected().orElse("")).startsWith(expected);
                        });
    }

    @Test
    void refusesFilesWithoutPeopleAndWithTooMany() {
        String header = "uid,displayName\n";
        assertThat(refusal("text/csv", header))
                .isEqualTo(Violation.of("content", "0 rows", "1 to 1000"));
        assertThat(refusal("text/csv", header + "ann,Ann\n".repeat(1_001)))
                .isEqualTo(Violation.of("content", "more than 1000 rows", "1 to 1000"));
        assertThat(rows(header + "ann,Ann\n".repeat(1_000))).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "text/csv;charset=latin1", "text/plain"})
    void refusesOtherTypesOfFiles(String type) {
        assertThat(refusal(type, "uid,displayName\nann,Ann\n"))
                .isEqualTo(Violation.of("content.content_type", type, "text/csv, in UTF-8"));
    }

    private static List<PersonRow> rows(String csv) {
        return file("text/csv", csv).rows();
    }

    private static PeopleFile file(String type, String csv) {
        return PeopleFile.read(
                HttpBody.newBuilder()
                        .setContentType(type)
                        .setData(ByteString.copyFromUtf8(csv))
                        .build(),
                RULES);
    }

    /** As its caller is told. */
    private static ImportPeopleResponse.Row refused(String csv) {
        PeopleFile file = file("text/csv", csv);
        assertThat(file.rows()).singleElement().isInstanceOf(PersonRow.Unreadable.class);
        var unreadable = (PersonRow.Unreadable) file.rows().getFirst();
        var answer =
                ImportAnswer.of(
                        file.columns(),
                        List.of(new ImportedRow.Refused(unreadable, unreadable.why())));
        assertThat(answer.getRefused()).isEqualTo(1);
        return answer.getRows(0);
    }

    private static Violation refusal(String type, String csv) {
        InvalidException refusal =
                Objects.requireNonNull(
                        catchThrowableOfType(InvalidException.class, () -> file(type, csv)));
        assertThat(refusal.violations()).hasSize(1);
        return refusal.violations().getFirst();
    }
}
