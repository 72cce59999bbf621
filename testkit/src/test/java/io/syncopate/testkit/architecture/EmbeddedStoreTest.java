package io.syncopate.testkit.architecture;

import org.junit.jupiter.api.Test;

/** Here, because the testkit needs the store and the store cannot need the testkit. */
class EmbeddedStoreTest {

    @Test
    void keepsTheHouseRulesOfAFlatModule() {
        HouseRules.checkFlat("io.syncopate.store", "EmbeddedStore", "Envelope", "StoreException");
    }
}
