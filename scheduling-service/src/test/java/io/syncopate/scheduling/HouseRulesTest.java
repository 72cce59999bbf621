package io.syncopate.scheduling;

import io.syncopate.testkit.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void hold() {
        HouseRules.check("io.syncopate.scheduling");
    }
}
