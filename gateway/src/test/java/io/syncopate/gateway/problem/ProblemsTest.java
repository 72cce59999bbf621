package io.syncopate.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeoutException;

class ProblemsTest {

    @Test
    void aStoreThatIsAwayIsWorthAnotherAttempt() {
        for (Throwable away :
                new Throwable[] {new MongoTimeoutException("no server"), new TimeoutException()}) {
            Problem problem = Problems.of(away, "GET", "/v1/people");
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.reason()).isEqualTo("BACKEND_UNAVAILABLE");
            assertThat(problem.retryAfter()).isNotNull();
        }
    }

    @Test
    void whatTheStoreRefusesIsAFaultOfOurs() {
        assertThat(Problems.of(new MongoException(2, "BadValue"), "GET", "/v1/people").status())
                .isEqualTo(500);
    }
}
