package io.syncopate.gateway.audit.mongo;

import io.syncopate.gateway.audit.AuditEntries;
import io.syncopate.gateway.audit.AuditEntriesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;

@OnStore
class MongoAuditEntriesIT extends AuditEntriesContract {

    @SuppressWarnings("NullAway.Init")
    private MongoAuditEntries entries;

    @BeforeEach
    void open(TestStore store) {
        entries = new MongoAuditEntries(store.database());
    }

    @Override
    protected AuditEntries entries() {
        return entries;
    }
}
