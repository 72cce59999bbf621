package io.syncopate.gateway.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.gateway.transcoding.RouteTable.Match;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RouteTableTest {

    private final RouteTable<String> table =
            table(
                    "GET /v1/things",
                    "POST /v1/things",
                    "POST /v1/things:preview",
                    "GET /v1/{name=things/*}",
                    "DELETE /v1/{name=things/*}",
                    "POST /v1/{name=things/*}:echo",
                    "GET /v1/things/special",
                    "GET /v1/{parent=things/*}/parts/{part}",
                    "GET /v1/files/{name=**}",
                    "POST /v1/{name=files/**}:copy");

    @Test
    void findsTheRouteAndItsValues() {
        assertFound("GET", "/v1/things/abc", "GET /v1/{name=things/*}", "things/abc");
        assertFound("POST", "/v1/things/abc:echo", "POST /v1/{name=things/*}:echo", "things/abc");
        assertFound(
                "GET",
                "/v1/things/a/parts/b",
                "GET /v1/{parent=things/*}/parts/{part}",
                "things/a",
                "b");
    }

    @Test
    void prefersALiteralAndGoesBackWhenItLeadsNowhere() {
        assertFound("GET", "/v1/things/special", "GET /v1/things/special");
        assertFound(
                "GET",
                "/v1/things/special/parts/1",
                "GET /v1/{parent=things/*}/parts/{part}",
                "things/special",
                "1");
    }

    @Test
    void takesZeroOrMoreSegmentsForTheRest() {
        assertFound("GET", "/v1/files", "GET /v1/files/{name=**}", "");
        assertFound("GET", "/v1/files/a/b/c", "GET /v1/files/{name=**}", "a/b/c");
        assertFound("POST", "/v1/files/a/b:copy", "POST /v1/{name=files/**}:copy", "files/a/b");
    }

    @Test
    void keepsAnEncodedSlashApartInAPathOfSegments() {
        assertFound("GET", "/v1/things/a%2fb", "GET /v1/{name=things/*}", "things/a%2Fb");
        assertFound(
                "GET",
                "/v1/things/x/parts/a%2Fb",
                "GET /v1/{parent=things/*}/parts/{part}",
                "things/x",
                "a/b");
        assertFound("GET", "/v1/things/caf%C3%A9", "GET /v1/{name=things/*}", "things/café");
    }

    @Test
    void aColonThatIsNoVerbBelongsToTheSegment() {
        assertFound("GET", "/v1/things/a:b", "GET /v1/{name=things/*}", "things/a:b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/things/",
                "/v1//things",
                "/v1/thingsX",
                "/v2/things",
                "/v1/things/a/parts",
                "v1/things"
            })
    void findsNothingFor(String path) {
        assertThat(table.find("GET", path)).isEmpty();
    }

    @Test
    void namesTheMethodsThatThePathHas() {
        assertThat(table.find("PATCH", "/v1/things/a"))
                .contains(new Match.OtherMethods<>(java.util.Set.of("DELETE", "GET")));
        assertThat(table.find("GET", "/v1/things:preview"))
                .contains(new Match.OtherMethods<>(java.util.Set.of("POST")));
    }

    @Test
    void refusesBrokenEncoding() {
        assertThatThrownBy(() -> table.find("GET", "/v1/things/%zz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%zz'");
        assertThatThrownBy(() -> table.find("GET", "/v1/things/%FF"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void refusesASecondRouteOfTheSameShape() {
        var builder = new RouteTable.Builder<String>();
        builder.add("GET", PathTemplate.parse("/v1/{name=things/*}"), "first");

        assertThatThrownBy(
                        () -> builder.add("GET", PathTemplate.parse("/v1/things/{id}"), "second"))
                .isInstanceOf(RouteTable.ConflictException.class)
                .hasMessage("GET /v1/things/{id} is already taken by first");
        builder.add("PUT", PathTemplate.parse("/v1/things/{id}"), "another method");
        builder.add("GET", PathTemplate.parse("/v1/things/{id}:verb"), "another verb");
    }

    private void assertFound(String method, String path, String route, String... values) {
        assertThat(table.find(method, path)).contains(new Match.Found<>(route, List.of(values)));
    }

    private static RouteTable<String> table(String... routes) {
        var builder = new RouteTable.Builder<String>();
        for (String route : routes) {
            int space = route.indexOf(' ');
            builder.add(
                    route.substring(0, space),
                    PathTemplate.parse(route.substring(space + 1)),
                    route);
        }
        return builder.build();
    }
}
