package io.syncopate.gateway.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.gateway.transcoding.PathTemplate.Segment;
import io.syncopate.gateway.transcoding.PathTemplate.Variable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @Test
    void readsTheExampleOfAip127() {
        var template = PathTemplate.parse("/v1/{parent=publishers/*}/books");

        assertThat(template.segments())
                .containsExactly(
                        new Segment.Literal("v1"),
                        new Segment.Literal("publishers"),
                        new Segment.Any(),
                        new Segment.Literal("books"));
        assertThat(template.variables()).containsExactly(new Variable("parent", 1, 3, false));
        assertThat(template.verb()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/messages/{message_id},                      /v1/messages/*",
        "/v1/{name=messages/*},                          /v1/messages/*",
        "/v1/messages/{message_id}/{sub.subfield},       /v1/messages/*/*",
        "/v1/{name=shelves/*/books/**}:move,             /v1/shelves/*/books/**:move",
        "/v1/{book.name=publishers/*/books/*}:archive,   /v1/publishers/*/books/*:archive",
        "/v1/things:preview,                             /v1/things:preview",
        "/**,                                            /**",
    })
    void knowsTheShapeOf(String text, String shape) {
        assertThat(PathTemplate.parse(text).shape()).isEqualTo(shape);
    }

    @Test
    void tellsASingleStarFromAPathOfSegments() {
        assertThat(PathTemplate.parse("/v1/{a}/{b=*}/{c=x/*}/{d=**}").variables())
                .extracting(Variable::single)
                .containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/things",
                "/v1//things",
                "/v1/things/",
                "/v1/{name",
                "/v1/{name=}",
                "/v1/{=things/*}",
                "/v1/{na me}",
                "/v1/{a={b}}",
                "/v1/**/things",
                "/v1/{name=**}/things",
                "/v1/{a}/{a}",
                "/v1/things:",
                "/v1/things:a:b",
                "/v1/th ings"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> PathTemplate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path template '" + text + "'");
    }
}
