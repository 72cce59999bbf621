package io.syncopate.standalone;

import io.syncopate.testkit.architecture.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheHouseRulesOfAFlatModule() {
        HouseRules.checkFlat("io.syncopate.standalone", "Standalone");
    }
}
