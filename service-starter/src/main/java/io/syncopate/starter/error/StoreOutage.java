package io.syncopate.starter.error;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;

/** What the driver throws while the database does not answer or changes its primary. */
public final class StoreOutage {

    private static final String WORTH_ANOTHER_ATTEMPT = "RetryableWriteError";

    private StoreOutage() {}

    /** Whether the same call can succeed later; what it wrote may have been kept. */
    public static boolean isTheCauseOf(Throwable thrown) {
        return switch (thrown) {
            case MongoTimeoutException _ -> true;
            case MongoSocketException _ -> true;
            case MongoNotPrimaryException _ -> true;
            case MongoNodeIsRecoveringException _ -> true;
            case MongoConnectionPoolClearedException _ -> true;
            // no majority has it yet
            case MongoWriteConcernException _ -> true;
            case MongoException other -> other.hasErrorLabel(WORTH_ANOTHER_ATTEMPT);
            default -> false;
        };
    }
}
