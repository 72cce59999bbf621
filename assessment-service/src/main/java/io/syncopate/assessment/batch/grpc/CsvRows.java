package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.Row;
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

/** A header with paths of fields, then a brief on each row (RFC 4180). */
final class CsvRows implements BriefRows {

    /** No header is longer: some 50 facts, and 8 columns of each activity. */
    private static final int LONGEST_HEADER = 1 << 16;

    private final Iterator<CSVRecord> records;
    private final CsvColumns columns;
    private final int width;
    private final BriefReading reading;
    private int number;
    private @Nullable CSVRecord record;

    private CsvRows(Iterator<CSVRecord> records, List<String> header, BriefReading reading) {
        this.records = records;
        this.columns = CsvColumns.of(header);
        this.width = header.size();
        this.reading = reading;
    }

    /**
     * @throws InvalidException when there is no header, or a column of it is no field of a brief
     */
    static CsvRows of(BufferedReader text, BriefReading reading) throws IOException {
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
                    "content", "", "a header with paths of fields, then a brief on each row");
        }
        return new CsvRows(records, header.toList(), reading);
    }

    @Override
    public boolean advance() {
        do {
            record = next(records, number);
        } while (record != null && record.stream().allMatch(String::isBlank));
        number++;
        return record != null;
    }

    @Override
    public Row row() {
        CSVRecord current = record;
        if (current == null) {
            throw new IllegalStateException("there is no row: expected advance() to be true");
        }
        if (current.size() != width) {
            return BriefReading.refused(
                    number,
                    Violation.of("", current.size() + " cells", width + " as there are columns"));
        }
        return reading.row(
                number,
                current.stream().mapToInt(String::length).sum(),
                errors -> columns.read(current, errors));
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
            throw FileType.unreadable(row, Objects.requireNonNull(e.getCause()));
        }
    }
}
