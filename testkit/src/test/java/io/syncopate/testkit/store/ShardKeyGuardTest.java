package io.syncopate.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;

import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardKeyGuardTest {

    private static final ConnectionDescription CONNECTION =
            new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));

    private final ShardKeyGuard guard = new ShardKeyGuard();

    @BeforeEach
    void shardsACollection() {
        run("{insert: 'assets', documents: [{_id: 'acme/a', tenant: 'acme', lane: 3}]}");
        run("{insert: 'leases', documents: [{_id: 'relay'}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'assets', filter: {tenant: 'acme', state: 'DONE'}}",
                "{find: 'assets', filter: {$and: [{tenant: 'acme'}, {lane: {$in: [1, 2]}}]}}",
                "{find: 'assets', filter: {_id: 'acme/a', tenant: 'acme', lane: 3}}",
                "{find: 'assets', filter: {until: {$lt: 5}}, comment: 'all tenants'}",
                "{count: 'assets', query: {tenant: 'acme'}}",
                "{aggregate: 'assets', pipeline: [{$match: {tenant: 'acme'}}, {$count: 'n'}]}",
                "{findAndModify: 'assets', query: {tenant: 'acme', lane: {$eq: 3}}}",
                "{update: 'assets', updates: [{q: {tenant: 'acme', lane: 3}, u: {}}]}",
                "{delete: 'assets', deletes: [{q: {tenant: 'acme', lane: 3}, limit: 1}]}",
                "{find: 'leases', filter: {}}",
                "{getMore: {$numberLong: '5'}, collection: 'assets'}",
            })
    void letsPassWhatFindsItsShard(String command) {
        run(command);
        assertThat(guard.seenIn("t1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'assets'}",
                "{find: 'assets', filter: {until: {$lt: 5}}}",
                "{find: 'assets', filter: {_id: 'acme/a', tenant: 'acme'}}",
                "{find: 'assets', filter: {tenant: {$ne: 'acme'}}}",
                "{find: 'assets', filter: {$or: [{tenant: 'acme'}, {state: 'DONE'}]}}",
                "{find: 'assets', filter: {}, comment: 'some'}",
                "{count: 'assets', query: {state: 'DONE'}}",
                "{distinct: 'assets', key: 'state', query: {}}",
                "{aggregate: 'assets', pipeline: [{$sort: {tenant: 1}}, {$match: {tenant: 'a'}}]}",
                "{findAndModify: 'assets', query: {tenant: 'acme', state: 'DONE'}}",
                "{update: 'assets', updates: [{q: {tenant: 'a', lane: 3}, u: {}}, {q: {}, u: {}}]}",
                "{delete: 'assets', deletes: [{q: {tenant: 'acme'}, limit: 0}]}",
            })
    void remembersWhatWouldScatter(String command) {
        run(command);
        assertThat(guard.seenIn("t1")).hasSize(1);
        assertThat(guard.seenIn("t1")).isEmpty();
    }

    @Test
    void keepsDatabasesApart() {
        run("{find: 'assets'}");
        assertThat(guard.seenIn("t")).isEmpty();
        assertThat(guard.seenIn("t1")).hasSize(1);
    }

    private void run(String json) {
        BsonDocument command = BsonDocument.parse(json);
        guard.commandStarted(
                new CommandStartedEvent(
                        null, 1, 1, CONNECTION, "t1", command.getFirstKey(), command));
    }
}
