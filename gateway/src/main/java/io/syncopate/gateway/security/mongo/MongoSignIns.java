package io.syncopate.gateway.security.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.gateway.security.SignIns;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Codes and sessions by the hash of their secret. No aggregates: they are short-lived, belong to no
 * history, and using a code up is one atomic delete.
 */
@Repository
class MongoSignIns implements SignIns {

    private static final String ID = "_id";
    private static final String TENANT = "tenant";
    private static final String UID = "uid";
    private static final String ENTERED = "entered";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> codes;
    private final MongoCollection<Document> sessions;

    MongoSignIns(MongoDatabase db) {
        this.codes = db.getCollection("signInCodes");
        this.sessions = db.getCollection("sessions");
    }

    @Override
    public void addCode(SecretHash code, Holder holder, Instant until) {
        codes.insertOne(document(code, holder, until));
    }

    @Override
    public Optional<Holder> redeem(SecretHash code, Instant now) {
        return holder(codes.findOneAndDelete(eq(ID, code.hex())), now);
    }

    @Override
    public void addSession(SecretHash session, Holder holder, Instant until) {
        sessions.insertOne(document(session, holder, until));
    }

    @Override
    public Optional<Holder> session(SecretHash session, Instant now) {
        return holder(sessions.find(eq(ID, session.hex())).first(), now);
    }

    @Override
    public void endSession(SecretHash session) {
        sessions.deleteOne(eq(ID, session.hex()));
    }

    @Override
    public void endAll(Person person) {
        var theirs = and(eq(TENANT, person.tenant().value()), eq(UID, person.uid().value()));
        codes.deleteMany(theirs);
        sessions.deleteMany(theirs);
    }

    @Override
    public void forget(Instant now) {
        codes.deleteMany(lte(UNTIL, Date.from(now)));
        sessions.deleteMany(lte(UNTIL, Date.from(now)));
    }

    private static Document document(SecretHash secret, Holder holder, Instant until) {
        var document =
                new Document(ID, secret.hex())
                        .append(TENANT, holder.person().tenant().value())
                        .append(UID, holder.person().uid().value())
                        .append(UNTIL, Date.from(until));
        holder.entered().ifPresent(time -> document.append(ENTERED, Date.from(time)));
        return document;
    }

    private static Optional<Holder> holder(@Nullable Document found, Instant now) {
        return Optional.ofNullable(found)
                .filter(document -> document.getDate(UNTIL).toInstant().isAfter(now))
                .map(
                        document ->
                                new Holder(
                                        new Person(
                                                new TenantId(document.getString(TENANT)),
                                                new Uid(document.getString(UID))),
                                        Optional.ofNullable(document.getDate(ENTERED))
                                                .map(Date::toInstant)));
    }
}
