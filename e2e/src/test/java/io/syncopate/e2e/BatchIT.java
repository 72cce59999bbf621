package io.syncopate.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("kind:processes")
@ExtendWith(SharedStandalone.class)
class BatchIT extends Batches {

    BatchIT(SharedStandalone.Running shared) {
        super(shared.api());
    }
}
