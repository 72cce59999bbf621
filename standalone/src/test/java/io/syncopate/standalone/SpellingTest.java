package io.syncopate.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class SpellingTest {

    private static final Set<KnownSetting> KNOWN = KnownSettings.all();

    private final Spelling spelling = new Spelling(KNOWN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syncopate.data.directory",
                "syncopate.mongodb.uri",
                "syncopate.mongodb.database-prefix",
                "syncopate.mongodb.enabled",
                "syncopate.security.service-secret",
                "syncopate.scheduling.sweep-every",
                "syncopate.asset.sweep.claims",
                "syncopate.asset.board.watchers",
                "syncopate.asset.claim-tickets.kept",
                "syncopate.assessment.launch-sweep.batch",
                "syncopate.gateway.body-time",
                "syncopate.gateway.bodyTime",
                "syncopate.gateway.grpc.port",
                "syncopate.gateway.developer.key-file",
                "syncopate.gateway.roles.viewer",
                "syncopate.gateway.roles.viewer[0]",
                "syncopate.gateway.roles[viewer][1]",
                "syncopate.backends.asset.address",
                "syncopate.backends.asset.paths[3]",
                "syncopate.backends.some-other.max-concurrent"
            })
    void knowsWhatARecordOfAnyModuleReads(String name) {
        assertThatCode(() -> spelling.check(Stream.of(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "syncopate.data.dir, --syncopate.data.directory",
        "syncopate.datadirectory, --syncopate.data.directory",
        "syncopate.mongo.uri, --syncopate.mongodb.uri",
        "syncopate.mongodb.database-prefx, --syncopate.mongodb.database-prefix",
        "syncopate.gateway.body-timeout, --syncopate.gateway.body-time",
        "syncopate.gateway.roles, --syncopate.gateway.roles.NAME",
        "syncopate.backends.asset.adress, --syncopate.backends.asset.address",
        "syncopate.backends.asset, --syncopate.backends.asset.paths",
        "syncopate.asset.sweep.claim, --syncopate.asset.sweep.claims",
        "syncopate.asset.sweep.claims[0], --syncopate.asset.sweep.claims"
    })
    void refusesAMisspeltNameAndSaysTheNearest(String name, String nearest) {
        assertThatThrownBy(() -> spelling.check(Stream.of("server.port", name)))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("'--" + name + "' is not a setting")
                .hasMessageContaining("the nearest is " + nearest);
    }

    @Test
    void saysWhatTheNearestMeans() {
        assertThatThrownBy(() -> spelling.check(Stream.of("syncopate.data.dir")))
                .hasMessage(
                        "'--syncopate.data.dir' is not a setting: expected one that there is; the"
                                + " nearest is --syncopate.data.directory (where the embedded store"
                                + " and the developer key live)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYNCOPATE_DATA_DIRECTORY",
                "SYNCOPATE_MONGODB_DATABASEPREFIX",
                "SYNCOPATE_MONGODB_DATABASE_PREFIX",
                "SYNCOPATE_GATEWAY_GRPC_PORT",
                "SYNCOPATE_GATEWAY_ROLES_VIEWER_0",
                "SYNCOPATE_BACKENDS_ASSET_ADDRESS",
                "SYNCOPATE_EVENTLOG_POLLINTERVAL",
                "SYNCOPATE_EVENT_LOG_POLL_INTERVAL",
                "SYNCOPATE_TEST_MONGODB_URI",
                "SYNCOPATE_TEST_MONGOD",
                "SYNCOPATE_TEST_CHROMIUM",
                "SYNCOPATE_REQUIRE",
                "SYNCOPATE_CI_CACHE",
                "SYNCOPATE_HOME",
                "SYNCOPATE_SERVICE_HOST",
                "SYNCOPATE",
                "PATH"
            })
    void letsVariablesBeThatAreSettingsOrNone(String name) {
        assertThatCode(() -> spelling.checkVariables(List.of(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SYNCOPATE_DATA_DIR, SYNCOPATE_DATA_DIRECTORY",
        "SYNCOPATE_MONGO_URI, SYNCOPATE_MONGODB_URI",
        "SYNCOPATE_MONGODB_URL, SYNCOPATE_MONGODB_URI",
        "SYNCOPATE_GATEWAY_BODY_TIMES, SYNCOPATE_GATEWAY_BODYTIME",
        "SYNCOPATE_BACKENDS_ASSET_ADRESS, SYNCOPATE_BACKENDS_ASSET_ADDRESS",
        "SYNCOPATE_EVENT_LOG_POLL, SYNCOPATE_EVENTLOG_POLLINTERVAL"
    })
    void refusesAVariableThatLooksLikeASetting(String name, String nearest) {
        assertThatThrownBy(() -> spelling.checkVariables(List.of("PATH", name)))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("'" + name + "' is not a setting")
                .hasMessageContaining("the nearest is " + nearest);
    }

    @Test
    void describesEverySettingOfTheStandalone() {
        assertThat(KNOWN)
                .filteredOn(one -> List.of("data", "time").contains(one.elements().get(1)))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.meaning()).isNotEmpty());
    }
}
