package io.syncopate.assessment.batch.grpc;

import build.buf.protovalidate.Validator;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.starter.call.RequestRules;

import org.springframework.stereotype.Component;

import java.io.InputStream;

/** Reads what a batch was asked. */
@Component
class BatchReader {

    private final BriefReading reading;

    BatchReader(Validator validator) {
        this.reading = new BriefReading(new RequestRules(validator));
    }

    BriefRows rows(String contentType, InputStream content) {
        return FileType.of(contentType).rows(content, reading);
    }
}
