package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.Row;
import io.syncopate.assessment.shared.grpc.CsvColumns;
import io.syncopate.assessment.shared.grpc.CsvFile;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.Brief;

import java.io.BufferedReader;

/** A header with paths of fields, then a brief on each row. */
final class CsvRows implements BriefRows {

    private final CsvFile file;
    private final BriefReading reading;

    private CsvRows(CsvFile file, BriefReading reading) {
        this.file = file;
        this.reading = reading;
    }

    /**
     * @throws InvalidException when there is no header, or a column of it is no field of a brief
     */
    static CsvRows of(BufferedReader text, BriefReading reading) {
        return new CsvRows(
                CsvFile.of(text, header -> CsvColumns.of(header, Brief.getDescriptor()), "a brief"),
                reading);
    }

    @Override
    public boolean advance() {
        return file.advance();
    }

    @Override
    public Row row() {
        return reading.row(
                file.number(),
                file.length(),
                errors -> {
                    var brief = Brief.newBuilder();
                    file.read(brief, errors);
                    return brief.build();
                });
    }
}
