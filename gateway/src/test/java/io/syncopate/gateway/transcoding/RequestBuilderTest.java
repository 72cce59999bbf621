package io.syncopate.gateway.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.gateway.echo.CreateThingRequest;
import io.syncopate.gateway.echo.DeleteThingRequest;
import io.syncopate.gateway.echo.EchoProto;
import io.syncopate.gateway.echo.EchoThingRequest;
import io.syncopate.gateway.echo.ListThingsRequest;
import io.syncopate.gateway.echo.SetColoursRequest;
import io.syncopate.gateway.echo.Thing;
import io.syncopate.gateway.echo.UpdateThingRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class RequestBuilderTest {

    private static final TypeRegistry TYPES =
            TypeRegistry.newBuilder().add(Thing.getDescriptor()).build();

    /** One value of each kind, spelled as the JSON mapping does. */
    static final String EVERY_KIND =
            """
            {"displayName": "Grüße \\uD83D\\uDE00", "aDouble": 1.5, "aFloat": -2.25, "anInt32": -7,
             "anInt64": "9223372036854775807", "aUint32": 4294967295,
             "aUint64": "18446744073709551615", "aSint32": -1, "aSint64": "-2", "aFixed32": 3,
             "aFixed64": "4", "anSfixed32": -5, "anSfixed64": "-6", "aBool": true,
             "someBytes": "AQID", "colour": "GREEN", "maybe": false, "tags": ["a", "b"],
             "parts": [{"name": "things/p"}], "counts": {"x": 1}, "byNumber": {"5": {"name": "n"}},
             "byTruth": {"true": "RED"}, "right": {"name": "r"}, "at": "2026-03-29T01:00:00.500Z",
             "lasting": "90s", "mask": "displayName,anInt32", "free": {"k": [1, null, "x"]},
             "anyJson": null, "listJson": [true],
             "any": {"@type": "type.googleapis.com/echo.v1.Thing", "name": "inside"}, "empty": {},
             "boolValue": false, "stringValue": "", "int32Value": 0, "int64Value": "8",
             "doubleValue": 0.5, "bytesValue": "/w=="}
            """;

    @Test
    void readsEveryKindAsTheReferenceParserDoes() throws Exception {
        var expected = Thing.newBuilder();
        JsonFormat.parser().usingTypeRegistry(TYPES).merge(EVERY_KIND, expected);

        var request = create(EVERY_KIND, null, null);

        assertThat(request.getThing()).isEqualTo(expected.build());
        assertThat(request.getThing().getAny().unpack(Thing.class).getName()).isEqualTo("inside");
        assertThat(request.getThing().hasAnyJson()).isTrue();
    }

    @Test
    void writesEveryKindAsTheReferencePrinterDoes() throws Exception {
        Thing thing = create(EVERY_KIND, null, null).getThing();

        byte[] json = ResponseWriter.of(Thing.getDescriptor(), TYPES).write(thing, null);

        var back = Thing.newBuilder();
        JsonFormat.parser()
                .usingTypeRegistry(TYPES)
                .merge(new String(json, StandardCharsets.UTF_8), back);
        assertThat(back.build()).isEqualTo(thing);
    }

    @Test
    void writesListsNumbersAndFactsThatAreZeroButNoSilentTexts() {
        byte[] json =
                ResponseWriter.of(
                                EchoProto.getDescriptor()
                                        .findMessageTypeByName("ListThingsRequest"),
                                TYPES)
                        .write(ListThingsRequest.getDefaultInstance(), null);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"pageSize\":0,\"tags\":[],\"colours\":[],\"deep\":false,\"ratio\":0.0,\"labels\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"anInt32\": 1.0}          | 1",
                "{\"anInt32\": 1e2}          | 100",
                "{\"anInt32\": \"12\"}       | 12",
                "{\"an_int32\": 3}           | 3",
                "{\"anInt32\": null}         | 0",
            })
    void readsOtherSpellingsThatTheMappingAllows(String json, int value) {
        assertThat(create(json, null, null).getThing().getAnInt32()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"colour\": \"PURPLE\"}               | colour                | \"PURPLE\"   |"
                        + " one of RED, GREEN",
                "{\"colour\": 9}                        | colour                | 9            |"
                        + " one of RED, GREEN",
                "{\"anInt32\": \"many\"}                | anInt32               | \"many\"     | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"anInt32\": 2147483648}              | anInt32               | 2147483648   | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"anInt32\": 1e999999999}             | anInt32               | 1e999999999  | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"aUint32\": -1}                      | aUint32               | -1           | a"
                        + " whole number from 0 to 4294967295",
                "{\"anInt32\": true}                    | anInt32               | true         | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"aBool\": \"true\"}                  | aBool                 | \"true\"     |"
                        + " true or false",
                "{\"displayName\": 5}                   | displayName           | 5            | a"
                        + " text",
                "{\"displayName\": {\"a\": [1]}}        | displayName           | {\"a\":[1]}  | a"
                        + " text",
                "{\"someBytes\": \"%\"}                 | someBytes             | \"%\"        | a"
                        + " text in base64",
                "{\"tags\": \"a\"}                      | tags                  | \"a\"        | a"
                        + " list",
                "{\"tags\": [\"a\", null]}              | tags[1]               | null         | a"
                        + " text",
                "{\"parts\": [{}, {\"anInt32\": []}]}   | parts[1].anInt32      | []           | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"counts\": {\"x\": \"y\"}}           | counts[x]             | \"y\"        | a"
                        + " whole number from -2147483648 to 2147483647",
                "{\"byNumber\": {\"x\": {}}}            | byNumber[x]           | x            | a"
                        + " whole number from -9223372036854775808 to 9223372036854775807",
                "{\"at\": \"yesterday\"}                | at                    | \"yesterday\" | a"
                        + " time such as \"2026-05-01T09:00:00Z\"",
                "{\"lasting\": 5}                       | lasting               | 5            | a"
                        + " duration in seconds such as \"3.5s\"",
                "{\"left\": \"l\", \"right\": {}}       | right                 | {}           |"
                        + " nothing beside left",
                "{\"anInt32\": 1, \"an_int32\": 2}      | an_int32              | 2            |"
                        + " the field only once",
                "{\"int32Value\": \"x\"}                | int32Value            | \"x\"        | a"
                        + " whole number from -2147483648 to 2147483647",
            })
    void namesFieldValueAndWhatWasExpected(
            String json, String field, String value, String expected) {
        assertThat(refused(() -> create(json, null, null)))
                .containsExactly(new FieldError(field, value, expected));
    }

    @Test
    void namesAnUnknownFieldAndThoseThatThereAre() {
        assertThat(refused(() -> set("{\"nmae\": 1}")))
                .containsExactly(new FieldError("colours", "{\"nmae\":1}", "a list"));
        assertThat(refused(() -> create("{\"parts\": [{\"nmae\": {\"x\": 1}}]}", null, null)))
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.field()).isEqualTo("parts[0].nmae");
                            assertThat(error.value()).isEqualTo("{\"x\":1}");
                            assertThat(error.expected())
                                    .startsWith("a field of Thing (name, displayName,");
                        });
    }

    @Test
    void namesAllErrorsAtOnceUpToTwenty() {
        assertThat(
                        refused(
                                () ->
                                        create(
                                                "{\"aBool\": 1, \"anInt32\": \"x\", \"tags\": 2}",
                                                null,
                                                null)))
                .extracting(FieldError::field)
                .containsExactly("aBool", "anInt32", "tags");
        String many = "{\"tags\": [" + "1,".repeat(50) + "1]}";
        assertThat(refused(() -> create(many, null, null))).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"anInt32\": 1                | 1",
                "{\"anInt32\": 01}              | 1",
                "{'anInt32': 1}                 | 1",
                "{\"anInt32\": 1,}              | 1",
                "{\"anInt32\": 1} {}            | 1",
                "{\"anInt32\": 1} // no         | 1",
                "nothing                        | 1",
            })
    void refusesWhatIsNoJson(String json, int line) {
        var refusal =
                catchThrowableOfType(MalformedJsonException.class, () -> create(json, null, null));
        assertThat(refusal).isNotNull();
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal).hasMessageContaining("line " + line + ", column " + refusal.column());
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        String deep = "{\"right\":".repeat(200) + "{}" + "}".repeat(200);
        assertThatThrownBy(() -> create(deep, null, null))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void readsTheQuery() {
        var request =
                list(
                        "pageSize=5&tags=a&tags=b%20c&colours=RED&colours=2&filter.owner=me"
                            + "&filter.inner.sizes=1&filter.inner.sizes=2&deep=true"
                            + "&since=2026-01-01T00:00:00Z&at_least=3&readMask=pageSize,tags&window=1.5s&ratio=0.25");

        assertThat(request.getPageSize()).isEqualTo(5);
        assertThat(request.getTagsList()).containsExactly("a", "b c");
        assertThat(request.getColoursList()).containsExactly(Thing.Colour.RED, Thing.Colour.GREEN);
        assertThat(request.getFilter().getOwner()).isEqualTo("me");
        assertThat(request.getFilter().getInner().getSizesList()).containsExactly(1L, 2L);
        assertThat(request.getDeep()).isTrue();
        assertThat(request.getSince().getSeconds()).isEqualTo(1767225600);
        assertThat(request.getAtLeast().getValue()).isEqualTo(3);
        assertThat(request.getReadMask().getPathsList()).containsExactly("page_size", "tags");
        assertThat(request.getWindow().getNanos()).isEqualTo(500_000_000);
        assertThat(request.getRatio()).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope=1         | nope          | 1     | a field of ListThingsRequest",
                "pageSize=x     | pageSize      | x     | a whole number from -2147483648 to"
                        + " 2147483647",
                "deep=yes       | deep          | yes   | true or false",
                "filter=x       | filter        | x     | one of its fields, as in filter.x=…",
                "pageSize=1&pageSize=2 | pageSize | 2   | the parameter only once",
                "tags.x=1       | tags.x        | 1     | a field of ListThingsRequest",
            })
    void refusesQueryParameters(String query, String field, String value, String expected) {
        assertThat(refused(() -> list(query)))
                .containsExactly(new FieldError(field, value, expected));
    }

    @Test
    void putsTheRestBesideABodyFieldIntoTheQuery() {
        var request = create("{\"name\": \"things/x\"}", "thingId=x&validateOnly=true", null);

        assertThat(request.getThingId()).isEqualTo("x");
        assertThat(request.getValidateOnly()).isTrue();
        assertThat(refused(() -> create("{}", "thing.name=x", null)))
                .containsExactly(new FieldError("thing.name", "x", "this field only in the body"));
    }

    @Test
    void takesTheNameFromThePathAndRefusesAnotherOneInTheBody() throws Exception {
        var route = route("UpdateThing");
        var request =
                UpdateThingRequest.parseFrom(
                        build(
                                        route,
                                        "{\"displayName\": \"d\"}",
                                        List.of("things/x"),
                                        "updateMask=displayName",
                                        null,
                                        null)
                                .toByteString());
        assertThat(request.getThing().getName()).isEqualTo("things/x");
        assertThat(request.getThing().getDisplayName()).isEqualTo("d");
        assertThat(request.getUpdateMask().getPathsList()).containsExactly("display_name");

        assertThat(
                        refused(
                                () ->
                                        build(
                                                route,
                                                "{\"name\": \"things/y\"}",
                                                List.of("things/x"),
                                                null,
                                                null,
                                                null)))
                .containsExactly(
                        new FieldError(
                                "name", "things/y", "'things/x' as in the path, or nothing"));
    }

    @Test
    void takesTheRequestIdFromTheHeader() {
        assertThat(create("{}", null, "key-1").getRequestId()).isEqualTo("key-1");
        assertThat(create("{}", "requestId=key-1", "key-1").getRequestId()).isEqualTo("key-1");
        assertThat(refused(() -> create("{}", "requestId=key-2", "key-1")))
                .containsExactly(
                        new FieldError(
                                "requestId",
                                "key-2",
                                "'key-1' as in the header Idempotency-Key, or nothing"));
    }

    @Test
    void takesTheEtagFromTheHeaderIntoTheRequestOrItsResource() throws Exception {
        var delete =
                DeleteThingRequest.parseFrom(
                        build(route("DeleteThing"), "", List.of("things/x"), null, null, "v3")
                                .toByteString());
        assertThat(delete.getEtag()).isEqualTo("v3");
        var update =
                UpdateThingRequest.parseFrom(
                        build(route("UpdateThing"), "{}", List.of("things/x"), null, null, "v3")
                                .toByteString());
        assertThat(update.getThing().getEtag()).isEqualTo("v3");
    }

    @Test
    void aWholeBodyTakesNoQueryAndAnEmptyOneIsAnEmptyMessage() throws Exception {
        var route = route("EchoThing");
        var empty =
                EchoThingRequest.parseFrom(
                        build(route, " ", List.of("things/x"), null, null, null).toByteString());
        assertThat(empty.getName()).isEqualTo("things/x");
        assertThat(refused(() -> build(route, "{}", List.of("things/x"), "failWith=1", null, null)))
                .containsExactly(
                        new FieldError(
                                "failWith", "1", "this field in the body: the query takes none"));
    }

    @Test
    void refusesABodyWhereNoneIsTaken() {
        assertThat(
                        refused(
                                () ->
                                        build(
                                                route("DeleteThing"),
                                                "{}",
                                                List.of("things/x"),
                                                null,
                                                null,
                                                null)))
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).startsWith("no body"));
    }

    @Test
    void readsABodyThatIsAList() {
        assertThat(set("[\"RED\", \"GREEN\"]").getColoursList())
                .containsExactly(Thing.Colour.RED, Thing.Colour.GREEN);
        assertThat(refused(() -> set("[\"RED\", \"BLUE\"]")))
                .containsExactly(new FieldError("colours[1]", "\"BLUE\"", "one of RED, GREEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetThing", "PurgeThings", "GetTags"})
    void readsTheRulesOf(String method) {
        assertThat(HttpRules.routes(method(method))).isNotEmpty();
    }

    @Test
    void readsAdditionalBindingsCustomMethodsAndResponseBodies() {
        assertThat(HttpRules.routes(method("GetThing")))
                .extracting(Route::template)
                .extracting(PathTemplate::text)
                .containsExactly("/v1/{name=things/*}", "/v1/{name=shelves/*/things/*}");
        assertThat(route("PurgeThings").httpMethod()).isEqualTo("PURGE");
        var tags = route("GetTags").responseBody();
        assertThat(tags).isNotNull();
        assertThat(HttpRules.routes(method("Internal"))).isEmpty();

        var thing = Thing.newBuilder().addTags("a").addTags("b").build();
        assertThat(
                        new String(
                                ResponseWriter.of(Thing.getDescriptor(), TYPES).write(thing, tags),
                                StandardCharsets.UTF_8))
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void packsWhatAnAnySays() throws InvalidProtocolBufferException {
        assertThat(
                        refused(
                                () ->
                                        create(
                                                "{\"any\": {\"@type\":"
                                                        + " \"type.googleapis.com/unknown.Type\"}}",
                                                null,
                                                null)))
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("any"));
        assertThat(Any.pack(Thing.getDefaultInstance()).is(Thing.class)).isTrue();
    }

    private static CreateThingRequest create(
            String thing, @Nullable String query, @Nullable String requestId) {
        try {
            return CreateThingRequest.parseFrom(
                    build(route("CreateThing"), thing, List.of(), query, requestId, null)
                            .toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static ListThingsRequest list(String query) {
        try {
            return ListThingsRequest.parseFrom(
                    build(route("ListThings"), "", List.of(), query, null, null).toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static SetColoursRequest set(String colours) {
        try {
            return SetColoursRequest.parseFrom(
                    build(route("SetColours"), colours, List.of("things/x"), null, null, null)
                            .toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static Message build(
            Route route,
            String body,
            List<String> values,
            @Nullable String query,
            @Nullable String requestId,
            @Nullable String etag) {
        return RequestBuilder.build(
                route,
                new RequestParts(
                        body.getBytes(StandardCharsets.UTF_8),
                        null,
                        values,
                        query,
                        requestId,
                        etag,
                        null),
                TYPES);
    }

    private static Route route(String method) {
        return HttpRules.routes(method(method)).getFirst();
    }

    private static com.google.protobuf.Descriptors.MethodDescriptor method(String name) {
        return EchoProto.getDescriptor().findServiceByName("EchoService").findMethodByName(name);
    }

    private static List<FieldError> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var refusal = catchThrowableOfType(RequestRefusedException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.errors();
    }
}
