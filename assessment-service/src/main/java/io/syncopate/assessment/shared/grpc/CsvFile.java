package io.syncopate.assessment.shared.grpc;

import com.google.protobuf.Message;

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
import java.util.function.Function;

/** A header with paths of fields, then a message on each row (RFC 4180). */
public final class CsvFile {

    /** No header is longer: some 50 facts, and 8 columns of each activity. */
    private static final int LONGEST_HEADER = 1 << 16;

    private final Iterator<CSVRecord> records;
    private final CsvColumns columns;
    private final int width;
    private int number;
    private @Nullable CSVRecord record;

    private CsvFile(Iterator<CSVRecord> records, CsvColumns columns, int width) {
        this.records = records;
        this.columns = columns;
        this.width = width;
    }

    /**
     * @param columns what those of a header fill
     * @param what a row says, such as {@code a brief}
     * @throws InvalidException when there is no header, or a column of it is no field
     */
    public static CsvFile of(
            BufferedReader text, Function<List<String>, CsvColumns> columns, String what)
            throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreEmptyLines(true)
                        .get();
        // Closed with the text, which is in memory.
        @SuppressWarnings("resource")
        Iterator<CSVRecord> records =
                CSVParser.builder().setReader(text).setFormat(format).get().iterator();
        CSVRecord header = next(records, 0);
        if (header == null) {
            throw new InvalidException(
                    "content",
                    "",
                    "a header with paths of fields, then %s on each row".formatted(what));
        }
        return new CsvFile(records, columns.apply(header.toList()), header.size());
    }

    /** To the next row that says something; false when there is none. */
    public boolean advance() {
        do {
            record = next(records, number);
        } while (record != null && record.stream().allMatch(String::isBlank));
        number++;
        return record != null;
    }

    /** Of the row, from 1 on; the header does not count. */
    public int number() {
        return number;
    }

    /** Of the row, in characters. */
    public int length() {
        return row().stream().mapToInt(String::length).sum();
    }

    /** Adds what cannot be read to the errors; a row of another width is not read at all. */
    public void read(Message.Builder into, List<Violation> errors) {
        CSVRecord row = row();
        if (row.size() != width) {
            errors.add(Violation.of("", row.size() + " cells", width + " as there are columns"));
            return;
        }
        columns.read(row, into, errors);
    }

    private CSVRecord row() {
        if (record == null) {
            throw new IllegalStateException("there is no row: expected advance() to be true");
        }
        return record;
    }

    /** Spreadsheets write semicolons where the comma is a decimal point. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char delimiter = ',';
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int next = text.read();
            if (next < 0 || next == '\n' || next == ',') {
                break;
            }
            if (next == ';') {
                delimiter = ';';
                break;
            }
        }
        text.reset();
        return delimiter;
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records, int row) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new InvalidException(
                        "content",
                        "what follows row %d".formatted(row),
                        "CSV as in RFC 4180: a quoted cell ends with a quote, and a quote in it is"
                                + " written twice");
            }
            throw Utf8Text.unreadable(row, Objects.requireNonNull(e.getCause()));
        }
    }
}
