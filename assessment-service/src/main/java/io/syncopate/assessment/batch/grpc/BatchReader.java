package io.syncopate.assessment.batch.grpc;

import build.buf.protovalidate.Validator;

import io.syncopate.assessment.batch.BriefRows;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.kernel.TenantId;
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

    /**
     * @param name empty for the platform's own
     */
    static DecisionModel model(DecisionModels models, TenantId tenant, String name) {
        return name.isEmpty()
                ? models.standard()
                : models.get(tenant, name.substring(name.lastIndexOf('/') + 1));
    }
}
