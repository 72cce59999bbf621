package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.batch.Row;
import io.syncopate.starter.file.TextFile;

import java.io.BufferedReader;
import java.io.IOException;

/** A brief as JSON on each line. */
final class NdjsonRows implements BriefRows {

    private final BufferedReader lines;
    private final BriefReading reading;
    private int number;
    private String line = "";

    NdjsonRows(BufferedReader lines, BriefReading reading) {
        this.lines = lines;
        this.reading = reading;
    }

    @Override
    public boolean advance() {
        try {
            String next;
            while ((next = lines.readLine()) != null) {
                if (!next.isBlank()) {
                    line = next;
                    number++;
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw TextFile.unreadable(number, e);
        }
    }

    @Override
    public Row row() {
        return reading.row(number, line.length(), errors -> JsonBrief.read(line, errors));
    }
}
