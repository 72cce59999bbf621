package io.syncopate.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

class MongodTest {

    @Test
    void doesNotLookFurtherWhenTheNamedBinaryIsNotThere() {
        assertThatThrownBy(() -> Mongod.find(Map.of("SYNCOPATE_TEST_MONGOD", "/nowhere/mongod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SYNCOPATE_TEST_MONGOD is /nowhere/mongod");
    }

    @Test
    void doesNotLookFurtherWhenTheNamedServerDoesNotAnswer() {
        String nobody = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";
        assertThatThrownBy(() -> Mongod.find(Map.of("SYNCOPATE_TEST_MONGODB_URI", nobody)))
                .hasMessageContaining("127.0.0.1:1");
    }
}
