package io.syncopate.starter.mongo;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.NAME;

import com.mongodb.client.model.Filters;

import io.syncopate.kernel.Versioned;

import org.bson.conversions.Bson;

import java.util.Date;

/** Where a list goes on: behind this creation time and id. */
record PagePlace(long createTime, String id) {

    static PagePlace after(Versioned<?> last) {
        return new PagePlace(last.createTime().toEpochMilli(), last.id());
    }

    /** Reads what a token of this service says. */
    static PagePlace parse(String text) {
        int colon = text.indexOf(':');
        return new PagePlace(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    Bson filter() {
        Date time = new Date(createTime);
        return Filters.or(
                Filters.gt(CREATE_TIME, time),
                Filters.and(Filters.eq(CREATE_TIME, time), Filters.gt(NAME, id)));
    }

    @Override
    public String toString() {
        return createTime + ":" + id;
    }
}
