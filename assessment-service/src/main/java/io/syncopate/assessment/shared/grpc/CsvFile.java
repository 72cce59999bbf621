package io.syncopate.assessment.shared.grpc;

import com.google.protobuf.Message;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.starter.file.CsvTable;

import java.io.BufferedReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A header with paths of fields, then a message on each row. */
public final class CsvFile {

    private final CsvTable table;
    private final CsvColumns columns;

    private CsvFile(CsvTable table, CsvColumns columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * @param columns made of the header
     * @param what a row says, such as {@code a brief}
     * @throws InvalidException when there is no header, or a column of it is no field
     */
    public static CsvFile of(
            BufferedReader text, Function<List<String>, CsvColumns> columns, String what) {
        CsvTable table =
                CsvTable.of(
                        text, "a header with paths of fields, then %s on each row".formatted(what));
        return new CsvFile(table, columns.apply(table.columns()));
    }

    /** To the next row that says something; false when there is none. */
    public boolean advance() {
        return table.advance();
    }

    /** Of the row, from 1 on; the header does not count. */
    public int number() {
        return table.number();
    }

    /** Of the row, in characters. */
    public int length() {
        return table.cells().stream().mapToInt(String::length).sum();
    }

    /** Adds what cannot be read to the errors; a row of another width is not read at all. */
    public void read(Message.Builder into, List<Violation> errors) {
        Optional<Violation> misfit = table.misfit();
        if (misfit.isPresent()) {
            errors.add(misfit.get());
            return;
        }
        columns.read(table.cells(), into, errors);
    }
}
