package io.syncopate.starter.mongo;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.NAME;

import com.mongodb.client.model.Filters;

import io.syncopate.kernel.InvalidException;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;

/** Where a list goes on: behind this creation time and id. Opaque to callers. */
record PageToken(long createTime, String id) {

    static PageToken after(Document document) {
        return new PageToken(document.getDate(CREATE_TIME).getTime(), document.getString(NAME));
    }

    static PageToken parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return new PageToken(
                    Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            InvalidException refusal = InvalidException.pageToken(text);
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    Bson filter() {
        Date time = new Date(createTime);
        return Filters.or(
                Filters.gt(CREATE_TIME, time),
                Filters.and(Filters.eq(CREATE_TIME, time), Filters.gt(NAME, id)));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createTime + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
