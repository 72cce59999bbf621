package io.syncopate.starter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class CsvTableTest {

    private record Read(int number, long line, List<String> cells) {}

    @Test
    void tellsOfEachRowItsNumberAndTheLineThatItBeginsOn() {
        CsvTable table =
                table(
                        "\uFEFF\r\n"
                                + " uid ;name\r\n"
                                + "ann;Ann\r\n\r\n"
                                + ";\r\n"
                                + "bob;\"Bob\r\n"
                                + "the; 2nd\"\r\n"
                                + "eve;Eve");
        assertThat(table.columns()).containsExactly("uid", "name");
        assertThat(rows(table))
                .containsExactly(
                        new Read(1, 3, List.of("ann", "Ann")),
                        new Read(2, 6, List.of("bob", "Bob\r\nthe; 2nd")),
                        new Read(3, 8, List.of("eve", "Eve")));
    }

    @Test
    void aSemicolonBehindTheFirstCommaOfTheHeaderPartsNothing() {
        CsvTable table = table("a,b;c\n1,2;3\n");
        assertThat(table.columns()).containsExactly("a", "b;c");
        assertThat(rows(table)).containsExactly(new Read(1, 2, List.of("1", "2;3")));
    }

    @Test
    void tellsARowOfAnotherWidth() {
        CsvTable table = table("a,b\n1,2\n3\n");
        table.advance();
        assertThat(table.misfit()).isEmpty();
        table.advance();
        assertThat(table.misfit()).contains(Violation.of("", "1 cells", "2 as there are columns"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " ,\n"})
    void refusesAFileWithoutAHeader(String text) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> table(text))
                .withMessage("content: '': expected a header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n1\n\"2", "a\n1\n\"2\"3\n"})
    void refusesWhatIsNoCsvAndSaysBehindWhichRow(String text) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> rows(table(text)))
                .withMessageContaining("what follows row 1")
                .withMessageContaining("RFC 4180");
    }

    @Test
    void refusesWhatIsNotInUtf8AndSaysBehindWhichRow() {
        byte[] latin = "a\n1\n\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(
                        () ->
                                rows(
                                        CsvTable.of(
                                                TextFile.open(new ByteArrayInputStream(latin)),
                                                "a header")))
                .withMessageContaining("expected text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "Text/CSV; charset=utf-8; header=present, text/csv",
        "text/csv;charset=latin1,",
        "text/csv;charset=nonsense,",
        "csv,",
        "'',"
    })
    void knowsATypeInUtf8Alone(String contentType, String type) {
        assertThat(TextFile.type(contentType).orElse(null)).isEqualTo(type);
    }

    private static List<Read> rows(CsvTable table) {
        var rows = new ArrayList<Read>();
        while (table.advance()) {
            rows.add(new Read(table.number(), table.line(), table.cells()));
        }
        return rows;
    }

    private static CsvTable table(String text) {
        return CsvTable.of(
                TextFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                "a header");
    }
}
