package io.syncopate.e2e.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.AnnotationsProto;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.e2e.Api;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.Scope;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.StoreKind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks every method of every contract with credentials that must not open it. */
@Tag("kind:processes")
@OnStore(StoreKind.EMBEDDED)
class TenantIsolationIT {

    /** Of the platform rather than of a tenant: refused to all tenants but one. */
    private static final String OF_THE_PLATFORM = "syncopate.gateway.v1.TimeService.AdvanceTime";

    private static final String READ_ALL = "syncopate.api.v1.EventFeedService.ReadAll";

    private static final String LIST_HISTORY = "syncopate.api.v1.EventFeedService.ListHistory";
    private static final Set<Integer> REFUSED = Set.of(403, 404);
    private static final Set<Integer> REFUSED_OR_IN_USE = Set.of(403, 404, 409);

    private final List<MethodDescriptor> all = Methods.all();
    private World world;
    private Api its;
    private RequestForge forge;

    @BeforeEach
    void start(SharedOnStore onStore) {
        world = onStore.get(World.class, World::start);
        its = world.its();
        forge = new RequestForge(world.seeded().names());
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        Map<String, JsonNode> before = world.seeded().everything(its);
        assertThat(before.toString()).contains(SeededTenant.MARK);
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(world.stranger(), request);
            if (isAboutAResource(request) || isOfThePlatform(rpc)
                    ? !REFUSED.contains(answer.status())
                    : answer.status() == 400) {
                wrong.add(told(rpc, request, answer));
            }
            if (answer.response().body().contains(SeededTenant.MARK)) {
                wrong.add(rpc.getFullName() + " shows the other tenant's texts");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(world.seeded().everything(its)).isEqualTo(before);
    }

    @Test
    void aKeyOpensOnlyWhatItNames() {
        Map<String, JsonNode> before = world.seeded().everything(its);
        var nothing = api(world.seeded().nothingKey());
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(nothing, request);
            int expected = permission(rpc).equals("assessment.workflowComparison.read") ? 200 : 403;
            if (answer.status() != expected) {
                wrong.add(told(rpc, request, answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(world.seeded().everything(its)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"SCOPE_OWN", "SCOPE_TEAM"})
    void aKeyThatReachesLessThanTheTenantDoesNotReachWhatIsAnothers(Scope reach) {
        Map<String, JsonNode> before = world.seeded().resources(its);
        var outsider =
                api(
                        reach == Scope.SCOPE_OWN
                                ? world.seeded().outsiderKey()
                                : world.seeded().teamKey());
        var wrong = new ArrayList<String>();
        for (MethodDescriptor rpc : methods()) {
            RequestForge.Request request = forge.of(rpc);
            Api.Answer answer = send(outsider, request);
            boolean refused =
                    scope(rpc).getNumber() <= reach.getNumber()
                            ? REFUSED_OR_IN_USE.contains(answer.status())
                                    || !isAboutAResource(request)
                            : answer.status() == 403;
            if (!refused || answer.response().body().contains(SeededTenant.MARK)) {
                wrong.add(told(rpc, request, answer));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(world.seeded().resources(its)).isEqualTo(before);
    }

    @Test
    void timeIsMovedForAllTenantsByTheOneThatTheInstallationWasStartedFor() {
        Api.Answer refused = advance(world.stranger());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("reason").asString()).isEqualTo("TIME_IS_SHARED");
        assertThat(refused.response().body()).doesNotContain("'" + World.SEEDED + "'");

        JsonNode before = world.stranger().get("/v1/time").ok();
        JsonNode moved = advance(its).ok();
        assertThat(moved.path("ahead")).isNotEqualTo(before.path("ahead"));
        assertThat(world.stranger().get("/v1/time").ok().path("ahead"))
                .as("the time of the other tenant")
                .isEqualTo(moved.path("ahead"));
    }

    @ParameterizedTest
    @EnumSource
    void theLogShowsNothingOfATenantToAnother(Service service) throws Exception {
        InternalCalls calls = world.internal(service);
        String itsPerson = exchanged(its, service);
        String strangersPerson = exchanged(world.stranger(), service);
        for (MethodDescriptor rpc : internal()) {
            if (rpc.getFullName().equals(READ_ALL)) {
                continue;
            }
            assertThat(calls.events(rpc, itsPerson, world.wantedOfTheSeeded(service)).toString())
                    .as("what %s has to show", rpc.getFullName())
                    .contains(SeededTenant.MARK);
            var strangers = new ArrayList<>(List.of(strangersPerson));
            if (isForServices(rpc)) {
                strangers.add(token("asset", World.STRANGER, service));
            }
            for (String stranger : strangers) {
                assertThat(calls.events(rpc, stranger, world.wantedByTheStranger(service)))
                        .as(rpc.getFullName())
                        .isNotEmpty()
                        .allMatch(event -> event.getTenant().equals(World.STRANGER))
                        .noneMatch(event -> event.toString().contains(SeededTenant.MARK));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLogOfAllTenantsIsForServicesInTheirOwnNameAndSaysWhoseEachEventIs(Service service)
            throws Exception {
        InternalCalls calls = world.internal(service);
        MethodDescriptor readAll =
                internal().stream()
                        .filter(rpc -> rpc.getFullName().equals(READ_ALL))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        calls.events(
                                readAll,
                                token("asset", World.STRANGER, service),
                                world.wantedByTheStranger(service)))
                .extracting(Event::getTenant)
                .contains(World.SEEDED, World.STRANGER)
                .doesNotContain("");
        for (String person :
                List.of(
                        exchanged(its, service),
                        exchanged(world.stranger(), service),
                        world.tokens()
                                .inTheNameOf(
                                        "developer", "asset", World.SEEDED, service.label()))) {
            assertThat(refusal(calls, readAll, person, service))
                    .isEqualTo(Status.Code.PERMISSION_DENIED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLogOpensToNoTokenThatIsNotForThisServiceAndTheTenant(Service service) throws Exception {
        InternalCalls calls = world.internal(service);
        Service another = service == Service.ASSET ? Service.ASSESSMENT : Service.ASSET;
        List<String> unknown =
                List.of(
                        "",
                        world.seeded().key(),
                        world.persons().of(its),
                        exchanged(its, another),
                        token("scheduling", World.SEEDED, another));
        List<String> narrow = List.of(exchanged(readerOfRoomsInATeam(), service));
        for (MethodDescriptor rpc : internal()) {
            for (String token : unknown) {
                assertThat(refusal(calls, rpc, token, service))
                        .as(rpc.getFullName())
                        .isEqualTo(Status.Code.UNAUTHENTICATED);
            }
            for (String token : narrow) {
                if (rpc.getFullName().equals(LIST_HISTORY)) {
                    assertThat(calls.events(rpc, token, world.wantedOfTheSeeded(service)))
                            .as("a history shows what is within one's reach")
                            .isEmpty();
                } else {
                    assertThat(refusal(calls, rpc, token, service))
                            .as(rpc.getFullName())
                            .isEqualTo(Status.Code.PERMISSION_DENIED);
                }
            }
        }
    }

    private Api.Answer advance(Api api) {
        return api.post("/v1/time:advance", "{\"by\": \"1s\"}");
    }

    private Status.Code refusal(
            InternalCalls calls, MethodDescriptor rpc, String token, Service service) {
        return assertThatExceptionOfType(StatusRuntimeException.class)
                .as(rpc.getFullName())
                .isThrownBy(() -> calls.events(rpc, token, world.wantedOfTheSeeded(service)))
                .actual()
                .getStatus()
                .getCode();
    }

    private String token(String service, String tenant, Service audience) throws Exception {
        return world.tokens().of(service, tenant, audience.label());
    }

    /** As a service gets it that the person called, to call another. */
    private String exchanged(Api person, Service audience) throws Exception {
        return world.tokens()
                .exchanged(PersonTokens.NAME, world.persons().of(person), audience.label());
    }

    /** All that their team shares, and what lets them call the service that keeps tokens. */
    private Api readerOfRoomsInATeam() {
        var key = Api.object().put("displayName", "team").put("person", "people/outsider");
        var grants = key.putArray("grants");
        grants.addObject().put("permission", "*").put("scope", "SCOPE_TEAM");
        grants.addObject().put("permission", "rooms.rooms.read").put("scope", "SCOPE_TENANT");
        return api(its.post("/v1/apiKeys", key.toString()).ok().path("secret").asString());
    }

    private Api api(String key) {
        return new Api(world.platform().address(), key);
    }

    /** Those that a path leads to. */
    private List<MethodDescriptor> methods() {
        return all.stream()
                .filter(rpc -> rpc.getOptions().hasExtension(AnnotationsProto.http))
                .toList();
    }

    /** Called by other services alone: no path of the gateway leads to them. */
    private List<MethodDescriptor> internal() {
        List<MethodDescriptor> internal =
                all.stream()
                        .filter(rpc -> !rpc.getOptions().hasExtension(AnnotationsProto.http))
                        .toList();
        assertThat(internal).isNotEmpty();
        return internal;
    }

    /** History is shown to people, in whose name a service asks for it. */
    private static boolean isForServices(MethodDescriptor rpc) {
        return permission(rpc).startsWith("api.events.");
    }

    private static boolean isOfThePlatform(MethodDescriptor rpc) {
        return rpc.getFullName().equals(OF_THE_PLATFORM);
    }

    /** Else it is about a collection, or about what the request itself says. */
    private static boolean isAboutAResource(RequestForge.Request request) {
        return request.path().matches("/v1/[a-zA-Z]+/.*")
                && !request.path().equals("/v1/assessment/operations");
    }

    private static Api.Answer send(Api api, RequestForge.Request request) {
        return request.body().isEmpty()
                ? api.send(request.method(), request.path(), "")
                : api.send(
                        request.method(),
                        request.path(),
                        request.body(),
                        "Content-Type",
                        request.contentType());
    }

    private static String permission(MethodDescriptor rpc) {
        return rpc.getOptions().getExtension(AccessProto.access).getPermission();
    }

    private static Scope scope(MethodDescriptor rpc) {
        return rpc.getOptions().getExtension(AccessProto.access).getScope();
    }

    private static String told(
            MethodDescriptor rpc, RequestForge.Request request, Api.Answer answer) {
        return "%s: %s %s %s answered %d %s"
                .formatted(
                        rpc.getFullName(),
                        request.method(),
                        request.path(),
                        request.body(),
                        answer.status(),
                        answer.response().body());
    }
}
