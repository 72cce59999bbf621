package io.syncopate.gateway.security.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nimbusds.jose.jwk.ECKey;

import io.syncopate.gateway.security.PublishedKeys;

import org.bson.Document;
import org.springframework.stereotype.Repository;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Public keys by their id. The private halves never leave the process that made them. */
@Repository
class MongoPublishedKeys implements PublishedKeys {

    private static final String ID = "_id";
    private static final String KEY = "key";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> keys;

    MongoPublishedKeys(MongoDatabase db) {
        this.keys = db.getCollection("signingKeys");
    }

    @Override
    public void publish(ECKey publicKey, Instant until) {
        ECKey onlyPublic = publicKey.toPublicJWK();
        keys.replaceOne(
                eq(ID, onlyPublic.getKeyID()),
                new Document(ID, onlyPublic.getKeyID())
                        .append(KEY, onlyPublic.toJSONString())
                        .append(UNTIL, Date.from(until)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public List<ECKey> valid(Instant now) {
        var valid = new ArrayList<ECKey>();
        for (Document found : keys.find(gt(UNTIL, Date.from(now)))) {
            try {
                valid.add(ECKey.parse(found.getString(KEY)));
            } catch (ParseException e) {
                throw new IllegalStateException("public key " + found.getString(ID), e);
            }
        }
        return valid;
    }

    @Override
    public void forget(Instant now) {
        keys.deleteMany(lte(UNTIL, Date.from(now)));
    }
}
