package io.syncopate.assessment.batch.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

import io.grpc.stub.ServerCallStreamObserver;
import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.assessment.v1.BatchPreviewRow;
import io.syncopate.proto.assessment.v1.BatchServiceGrpc;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest.Format;
import io.syncopate.starter.error.GrpcErrors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends a result piece by piece, on a thread of its own, as fast as the client takes it. */
final class ResultStream implements Runnable {

    private static final long LOOK_MILLIS = 1000;
    private static final String METHOD =
            BatchServiceGrpc.getReadBatchPreviewMethod().getFullMethodName();

    private final BatchFiles files;
    private final TenantId tenant;
    private final String batch;
    private final Format format;
    private final ServerCallStreamObserver<HttpBody> client;
    private final Semaphore ready = new Semaphore(0);

    private ResultStream(
            BatchFiles files,
            TenantId tenant,
            String batch,
            Format format,
            ServerCallStreamObserver<HttpBody> client) {
        this.files = files;
        this.tenant = tenant;
        this.batch = batch;
        this.format = format;
        this.client = client;
    }

    static void start(
            BatchFiles files,
            TenantId tenant,
            String batch,
            Format format,
            ServerCallStreamObserver<HttpBody> client) {
        var stream = new ResultStream(files, tenant, batch, format, client);
        client.setOnReadyHandler(stream.ready::release);
        // Else a send to a client that went away throws; the loop looks for itself.
        client.setOnCancelHandler(stream.ready::release);
        Thread.ofVirtual().name("batch-result").start(stream);
    }

    @Override
    public void run() {
        try {
            if (format == Format.CSV) {
                send(ResultTable.header());
            }
            Optional<byte[]> piece;
            for (int next = 0; (piece = piece(next)).isPresent(); next++) {
                awaitReady();
                if (client.isCancelled()) {
                    return;
                }
                send(written(ResultFile.read(piece.get())));
            }
            client.onCompleted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!client.isCancelled()) {
                client.onError(GrpcErrors.toStatus(e, METHOD));
            }
        }
    }

    private Optional<byte[]> piece(int number) {
        return files.piece(tenant, batch, BatchFiles.Part.RESULT, number);
    }

    private void awaitReady() throws InterruptedException {
        while (!client.isReady() && !client.isCancelled()) {
            ready.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private byte[] written(List<BatchPreviewRow> rows) {
        return format == Format.CSV ? ResultTable.rows(rows) : ResultFile.ndjson(rows);
    }

    private void send(byte[] bytes) {
        ByteString data = UnsafeByteOperations.unsafeWrap(bytes);
        client.onNext(
                HttpBody.newBuilder()
                        .setContentType(
                                format == Format.CSV
                                        ? "text/csv;charset=utf-8"
                                        : "application/x-ndjson")
                        .setData(data)
                        .build());
    }
}
