package io.syncopate.starter.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;

import org.junit.jupiter.api.Test;

class StoreOutageTest {

    private static final ServerAddress SERVER = new ServerAddress("localhost", 1);

    @Test
    void isWhatASilentOrKilledServerLeavesBehind() {
        var cut = new MongoSocketReadException("cut", SERVER);
        assertThat(StoreOutage.isTheCauseOf(cut)).isTrue();
        assertThat(StoreOutage.isTheCauseOf(new MongoTimeoutException("no server"))).isTrue();
        assertThat(
                        StoreOutage.isTheCauseOf(
                                new MongoConnectionPoolClearedException(
                                        new ServerId(new ClusterId(), SERVER), cut)))
                .as("a call beside the one that noticed")
                .isTrue();
    }

    @Test
    void isWhatAPrimaryAnswersThatStepsDown() {
        var steppedDown = new MongoException(189, "PrimarySteppedDown");
        assertThat(StoreOutage.isTheCauseOf(steppedDown)).isFalse();
        steppedDown.addLabel("RetryableWriteError");
        assertThat(StoreOutage.isTheCauseOf(steppedDown)).isTrue();
    }

    @Test
    void isNotAFaultOfOurOwn() {
        assertThat(StoreOutage.isTheCauseOf(new MongoException(2, "BadValue"))).isFalse();
        assertThat(StoreOutage.isTheCauseOf(new IllegalStateException())).isFalse();
    }
}
