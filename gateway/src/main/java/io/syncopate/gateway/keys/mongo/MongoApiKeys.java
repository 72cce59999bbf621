package io.syncopate.gateway.keys.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import io.syncopate.gateway.keys.ApiKey;
import io.syncopate.gateway.keys.ApiKeys;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

/** Keys, one document each. */
@Repository
class MongoApiKeys extends MongoAggregates<ApiKey> implements ApiKeys {

    private static final String PERSON = "data.person";
    private static final int MOST = 200;

    MongoApiKeys(MongoDatabase db, Clock clock) {
        super(db, "apiKeys", new ApiKeyDocuments(), clock, List.of(IndexSpec.on(PERSON)));
    }

    @Override
    public List<Versioned<ApiKey>> of(TenantId tenant, Uid person) {
        return findAll(tenant, Filters.eq(PERSON, person.value()), Sorts.ascending(PERSON), MOST);
    }
}
