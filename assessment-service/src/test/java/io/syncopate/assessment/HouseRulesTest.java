package io.syncopate.assessment;

import io.syncopate.testkit.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void holdInThisService() {
        HouseRules.check("io.syncopate.assessment");
    }
}
