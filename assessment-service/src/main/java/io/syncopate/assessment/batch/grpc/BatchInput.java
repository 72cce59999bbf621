package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.kernel.TenantId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The file that was sent, piece by piece as it is read. */
final class BatchInput extends InputStream {

    /** Far below what a document may have. */
    static final int PIECE = 256 * 1024;

    private final BatchFiles files;
    private final TenantId tenant;
    private final String batch;
    private InputStream piece = InputStream.nullInputStream();
    private int next;

    BatchInput(BatchFiles files, TenantId tenant, String batch) {
        this.files = files;
        this.tenant = tenant;
        this.batch = batch;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int read = readPiece(into, offset, length);
            if (read > 0) {
                return read;
            }
            var found = files.piece(tenant, batch, BatchFiles.Part.INPUT, next);
            if (found.isEmpty()) {
                return -1;
            }
            piece = new ByteArrayInputStream(found.get());
            next++;
        }
    }

    private int readPiece(byte[] into, int offset, int length) {
        try {
            return piece.read(into, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
