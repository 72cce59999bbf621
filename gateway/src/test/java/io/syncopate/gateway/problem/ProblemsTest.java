package io.syncopate.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;

import io.syncopate.gateway.transcoding.FieldError;

import org.junit.jupiter.api.Test;

import java.util.List;
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
    void saysWhatIsInvalidAsBackendsDo() {
        Problem problem =
                Problems.invalid(
                        List.of(
                                new FieldError("pageSize", "many", "a whole number"),
                                new FieldError("", null, "a JSON object"),
                                new FieldError("c", "1", "text"),
                                new FieldError("d", "2", "text")));

        assertThat(problem.detail())
                .isEqualTo(
                        "pageSize: many: expected a whole number; the body: expected a JSON object;"
                                + " c: 1: expected text; and 1 more");
        assertThat(problem.errors().getFirst())
                .isEqualTo(
                        new Problem.Violation(
                                "pageSize",
                                "many",
                                "a whole number",
                                "many: expected a whole number"));
    }

    @Test
    void whatTheStoreRefusesIsAFaultOfOurs() {
        assertThat(Problems.of(new MongoException(2, "BadValue"), "GET", "/v1/people").status())
                .isEqualTo(500);
    }
}
