package io.syncopate.starter;

import io.syncopate.testkit.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheHouseRulesThatMeanPlumbing() {
        HouseRules.checkPlumbing("io.syncopate.starter");
    }
}
