package io.syncopate.gateway;

import io.syncopate.testkit.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    /** People and keys are features; the rest is what the gateway is made of. */
    @Test
    void keepsTheHouseRules() {
        HouseRules.check(
                "io.syncopate.gateway",
                "backend",
                "background",
                "passthrough",
                "problem",
                "proxy",
                "security",
                "transcoding",
                "web");
    }
}
