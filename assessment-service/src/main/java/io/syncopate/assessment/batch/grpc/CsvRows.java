package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.Row;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.starter.file.CsvTable;

import java.io.BufferedReader;
import java.util.List;
import java.util.Optional;

/** A header with paths of fields, then a brief on each row. */
final class CsvRows implements BriefRows {

    private final CsvTable table;
    private final CsvColumns columns;
    private final BriefReading reading;

    private CsvRows(CsvTable table, BriefReading reading) {
        this.table = table;
        this.columns = CsvColumns.of(table.columns());
        this.reading = reading;
    }

    /**
     * @throws InvalidException when there is no header, or a column of it is no field of a brief
     */
    static CsvRows of(BufferedReader text, BriefReading reading) {
        return new CsvRows(
                CsvTable.of(text, "a header with paths of fields, then a brief on each row"),
                reading);
    }

    @Override
    public boolean advance() {
        return table.advance();
    }

    @Override
    public Row row() {
        Optional<Violation> misfit = table.misfit();
        if (misfit.isPresent()) {
            return BriefReading.refused(table.number(), misfit.get());
        }
        List<String> cells = table.cells();
        return reading.row(
                table.number(),
                cells.stream().mapToInt(String::length).sum(),
                errors -> columns.read(cells, errors));
    }
}
