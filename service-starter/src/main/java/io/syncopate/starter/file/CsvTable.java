package io.syncopate.starter.file;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A header, then rows of cells (RFC 4180). Rows without anything are passed over. Cells are parted
 * by commas, or by semicolons where the header has them: spreadsheets write those where the comma is
 * a decimal point.
 */
public final class CsvTable {

    /** No header is longer: of the longest there are, a brief's, some 50 facts and 8 columns of each activity. */
    private static final int LONGEST_HEADER = 1 << 16;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private int number;
    private long line;
    private List<String> cells = List.of();

    /** Closed with the text, which is in memory. */
    private CsvTable(CSVParser parser, String expected) {
        this.parser = parser;
        this.records = parser.iterator();
        List<String> header = next();
        if (header == null) {
            throw new InvalidException("content", "", expected);
        }
        this.columns = header.stream().map(String::strip).toList();
    }

    /**
     * @param expected what the file should have been, for the refusal of one without a header
     * @throws InvalidException when there is no header, or it cannot be read
     */
    public static CsvTable of(BufferedReader text, String expected) {
        try {
            CSVFormat format =
                    CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(delimiter(text))
                            // They count as lines.
                            .setIgnoreEmptyLines(false)
                            .get();
            return new CsvTable(
                    CSVParser.builder().setReader(text).setFormat(format).get(), expected);
        } catch (IOException e) {
            throw TextFile.unreadable(0, e);
        }
    }

    /** As the header names them, without blanks around them. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Goes to the next row.
     *
     * @return false when there is none
     * @throws InvalidException when the file cannot be read beyond this place
     */
    public boolean advance() {
        List<String> next = next();
        cells = next == null ? List.of() : next;
        number++;
        return next != null;
    }

    /** Of the row that it went to: 1 for the first one behind the header. */
    public int number() {
        return number;
    }

    /** Of the file, on which that row begins: 1 is the first. */
    public long line() {
        return line;
    }

    /** Of that row, as they are. */
    public List<String> cells() {
        return cells;
    }

    /** What is wrong when that row has not as many cells as there are columns. */
    public Optional<Violation> misfit() {
        return cells.size() == columns.size()
                ? Optional.empty()
                : Optional.of(
                        Violation.of(
                                "",
                                cells.size() + " cells",
                                columns.size() + " as there are columns"));
    }

    private @Nullable List<String> next() {
        try {
            while (true) {
                // Before the iterator is asked, which reads ahead.
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                List<String> read = records.next().toList();
                if (!read.stream().allMatch(String::isBlank)) {
                    return read;
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new InvalidException(
                        "content",
                        "what follows row %d".formatted(number),
                        "CSV as in RFC 4180: a quoted cell ends with a quote, and a quote in it is"
                                + " written twice");
            }
            throw TextFile.unreadable(number, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Of the first line that has anything. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char delimiter = ',';
        boolean blank = true;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int next = text.read();
            if (next < 0 || next == ',' || (next == '\n' && !blank)) {
                break;
            }
            blank &= Character.isWhitespace(next);
            if (next == ';') {
                delimiter = ';';
                break;
            }
        }
        text.reset();
        return delimiter;
    }
}
