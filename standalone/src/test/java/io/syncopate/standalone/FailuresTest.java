package io.syncopate.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;

import io.syncopate.gateway.web.WebSettings;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

class FailuresTest {

    private static final Settings SETTINGS =
            Settings.of(
                    List.of("--syncopate.mongodb.uri=mongodb://ann:s3cret/@host:1/?tls=false"),
                    Map.of());

    @Test
    void namesSettingValueAndWhatIsExpectedOfAValueThatCannotBeRead() {
        assertThat(explained(unbound("syncopate.gateway.body-limit", "much")))
                .isEqualTo(
                        "syncopate.gateway.body-limit is 'much': expected a size such as 512KB or"
                                + " 4MB");
    }

    @Test
    void saysWhatARecordSaysOfAValueThatItRefuses() {
        assertThat(explained(unbound("syncopate.gateway.body-time", "0s")))
                .isEqualTo("syncopate.gateway.body-time is PT0S: expected a time above 0");
    }

    @Test
    void namesTheMongodbWithoutItsPassword() {
        assertThat(explained(new MongoTimeoutException("Timed out\n  while waiting")))
                .startsWith("the MongoDB mongodb://ann:***@host:1/?tls=false does not answer")
                .contains("Timed out while waiting")
                .contains("--syncopate.mongodb.uri")
                .contains("SYNCOPATE_MONGODB_URI")
                .doesNotContain("s3cret");
    }

    @Test
    void saysInOneLineWhatNobodyExpected() {
        var failure = new UncheckedIOException("no\nkey", new IOException("disk full"));
        assertThat(explained(new IllegalStateException(failure)))
                .doesNotContain("\n")
                .contains("no key")
                .contains("disk full")
                .contains("--debug");
    }

    private static String explained(Throwable failure) {
        return String.valueOf(Failures.explain(failure, SETTINGS).getMessage());
    }

    private static BindException unbound(String name, String value) {
        try {
            new Binder(new MapConfigurationPropertySource(Map.of(name, value)))
                    .bindOrCreate("syncopate.gateway", WebSettings.class);
            throw new AssertionError("it was read");
        } catch (BindException e) {
            return e;
        }
    }
}
