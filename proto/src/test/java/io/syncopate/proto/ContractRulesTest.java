package io.syncopate.proto;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.validate.ValidateProto;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.proto.ContractRules.Breach;
import io.syncopate.proto.ContractRules.Rule;
import io.syncopate.proto.api.v1.Access;
import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.Scope;
import io.syncopate.proto.api.v1.StreamProto;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

class ContractRulesTest {

    private static final FileDescriptorSet PUBLISHED = Contracts.published();
    private static final String PROGRAMS = "syncopate/assessment/v1/program_service.proto";
    private static final String BOARD = "syncopate/asset/v1/board_service.proto";
    private static final String FEED = "syncopate/api/v1/event_feed_service.proto";

    @Test
    void everyContractKeepsEveryRule() {
        assertThat(ContractRules.breaches(Contracts.link(PUBLISHED))).isEmpty();
    }

    @Test
    void publishedSetHoldsEveryAreaWithItsComments() {
        var contracts = Contracts.link(PUBLISHED);

        assertThat(contracts.files())
                .extracting(Contracts::area)
                .contains("api", "assessment", "asset", "gateway", "scheduling");
        assertThat(contracts.methods())
                .hasSizeGreaterThan(50)
                .noneMatch(m -> Contracts.comment(m).isEmpty());
    }

    @Test
    void everyValidationRuleCompiles() throws Exception {
        var requests =
                Contracts.link(PUBLISHED)
                        .methods()
                        .map(MethodDescriptor::getInputType)
                        .distinct()
                        .toList();

        assertThat(ValidatorFactory.newBuilder().buildWithDescriptors(requests, true)).isNotNull();
    }

    /** Each rule is seen red on a real contract that breaks it in one place. */
    @Nested
    class Refuses {

        @Test
        void methodWithoutAccess() {
            assertBreach(
                    Rule.ACCESS,
                    inMethod(
                            "CreateProgram",
                            m -> m.getOptionsBuilder().clearExtension(AccessProto.access)));
        }

        @Test
        void accessWithoutScope() {
            assertBreach(
                    Rule.ACCESS,
                    inMethod(
                            "CreateProgram",
                            m ->
                                    permission(
                                            m,
                                            "assessment.programs.create",
                                            Scope.SCOPE_UNSPECIFIED)));
        }

        @Test
        void permissionOfAnotherArea() {
            assertBreach(
                    Rule.PERMISSION_AREA,
                    inMethod(
                            "CreateProgram",
                            m -> permission(m, "asset.programs.create", Scope.SCOPE_TENANT)));
        }

        @Test
        void methodWithoutHttpPath() {
            assertBreach(
                    Rule.HTTP_BINDING,
                    inMethod(
                            "CreateProgram",
                            m -> m.getOptionsBuilder().clearExtension(AnnotationsProto.http)));
        }

        @Test
        void pathVariableThatIsNoField() {
            assertBreach(
                    Rule.HTTP_BINDING,
                    inMethod(
                            "GetProgram",
                            m -> http(m, HttpRule.newBuilder().setGet("/v1/{id=programs/*}"))));
        }

        @Test
        void internalMethodWithHttpPath() {
            assertBreach(
                    Rule.HTTP_BINDING,
                    inFile(
                            FEED,
                            f ->
                                    http(
                                            f.getServiceBuilder(0).getMethodBuilder(0),
                                            HttpRule.newBuilder().setGet("/v1/events"))));
        }

        @Test
        void twoMethodsOnOnePath() {
            assertBreach(
                    Rule.HTTP_CLASH,
                    inMethod(
                            "GetProgram",
                            m -> http(m, HttpRule.newBuilder().setGet("/v1/{name=*}"))));
        }

        @Test
        void streamThatCannotBeGoneOnWith() {
            assertBreach(
                    Rule.STREAM,
                    inFile(
                            BOARD,
                            f ->
                                    f.getServiceBuilder(0)
                                            .getMethodBuilderList()
                                            .forEach(
                                                    m ->
                                                            m.getOptionsBuilder()
                                                                    .clearExtension(
                                                                            StreamProto.stream))));
        }

        @Test
        void commentThatIsSilentOnErrors() {
            assertBreach(Rule.COMMENT, withoutInComments("Errors:"));
        }

        @Test
        void commentThatIsSilentOnRetries() {
            assertBreach(Rule.COMMENT, withoutInComments("Retry:"));
        }

        @Test
        void repeatableWriteThatIsSilentOnARepeatWhileTheFirstIsAtWork() {
            assertBreach(
                    Rule.REQUEST_IN_PROGRESS,
                    withoutInComments("the same request is being carried out"));
        }

        @Test
        void readThatIsNotMarked() {
            assertBreach(
                    Rule.READ_ONLY,
                    inMethod("GetProgram", m -> m.getOptionsBuilder().clearIdempotencyLevel()));
        }

        @Test
        void writeThatIsMarkedAsRead() {
            assertBreach(
                    Rule.READ_ONLY,
                    inMethod(
                            "LaunchProgram",
                            m ->
                                    m.getOptionsBuilder()
                                            .setIdempotencyLevel(
                                                    IdempotencyLevel.NO_SIDE_EFFECTS)));
        }

        @Test
        void listWithoutPages() {
            assertBreach(
                    Rule.PAGING,
                    inMessage("ListProgramsRequest", m -> rename(m, "page_token", "after")));
        }

        @Test
        void pageWithoutUpperBound() {
            assertBreach(
                    Rule.PAGING,
                    inMessage(
                            "ListProgramsRequest",
                            m ->
                                    m.getFieldBuilder(0)
                                            .getOptionsBuilder()
                                            .setExtension(
                                                    ValidateProto.field,
                                                    m
                                                            .getField(0)
                                                            .getOptions()
                                                            .getExtension(ValidateProto.field)
                                                            .toBuilder()
                                                            .setInt32(
                                                                    build.buf.validate.Int32Rules
                                                                            .newBuilder()
                                                                            .setGte(0)
                                                                            .setLte(5000))
                                                            .build())));
        }

        @Test
        void updateWithoutMask() {
            assertBreach(
                    Rule.ETAG,
                    inMessage("UpdateProgramRequest", m -> rename(m, "update_mask", "fields")));
        }

        @Test
        void deleteWithoutEtag() {
            assertBreach(
                    Rule.ETAG,
                    inMessage("DeleteProgramRequest", m -> rename(m, "etag", "version")));
        }

        @Test
        void writeThatCannotBeRepeated() {
            assertBreach(
                    Rule.REQUEST_ID,
                    inMessage("CreateProgramRequest", m -> rename(m, "request_id", "key")));
        }

        @Test
        void requestFieldWithoutBounds() {
            assertBreach(
                    Rule.VALIDATION,
                    inMessage(
                            "GetProgramRequest",
                            m ->
                                    m.getFieldBuilder(0)
                                            .getOptionsBuilder()
                                            .clearExtension(ValidateProto.field)));
        }

        @Test
        void nestedRequestFieldWithoutBounds() {
            assertBreach(
                    Rule.VALIDATION,
                    inFile(
                            "syncopate/assessment/v1/brief.proto",
                            f ->
                                    f.getMessageTypeBuilderList().stream()
                                            .filter(m -> m.getName().equals("Activity"))
                                            .forEach(
                                                    m ->
                                                            m.getFieldBuilderList()
                                                                    .forEach(
                                                                            field ->
                                                                                    field.getOptionsBuilder()
                                                                                            .clearExtension(
                                                                                                    ValidateProto
                                                                                                            .field)))));
        }

        @Test
        void javaInAnotherPackage() {
            assertBreach(
                    Rule.JAVA_PACKAGE,
                    inFile(PROGRAMS, f -> f.getOptionsBuilder().setJavaPackage("programs")));
        }

        private void assertBreach(Rule rule, FileDescriptorSet broken) {
            assertThat(ContractRules.breaches(Contracts.link(broken)))
                    .isNotEmpty()
                    .extracting(Breach::rule)
                    .containsOnly(rule);
        }
    }

    private static FileDescriptorSet inFile(
            String name, Consumer<FileDescriptorProto.Builder> change) {
        var set = PUBLISHED.toBuilder();
        List<FileDescriptorProto.Builder> hits =
                set.getFileBuilderList().stream().filter(f -> f.getName().equals(name)).toList();
        assertThat(hits).hasSize(1);
        change.accept(hits.getFirst());
        return set.build();
    }

    private static FileDescriptorSet withoutInComments(String word) {
        return inFile(
                PROGRAMS,
                f ->
                        f.getSourceCodeInfoBuilder()
                                .getLocationBuilderList()
                                .forEach(
                                        l ->
                                                l.setLeadingComments(
                                                        l.getLeadingComments().replace(word, ""))));
    }

    private static FileDescriptorSet inMethod(
            String name, Consumer<MethodDescriptorProto.Builder> change) {
        return inFile(
                PROGRAMS,
                f ->
                        f.getServiceBuilder(0).getMethodBuilderList().stream()
                                .filter(m -> m.getName().equals(name))
                                .forEach(change));
    }

    private static FileDescriptorSet inMessage(
            String name, Consumer<DescriptorProto.Builder> change) {
        return inFile(
                PROGRAMS,
                f ->
                        f.getMessageTypeBuilderList().stream()
                                .filter(m -> m.getName().equals(name))
                                .forEach(change));
    }

    private static void permission(
            MethodDescriptorProto.Builder method, String permission, Scope scope) {
        var access = Access.newBuilder().setPermission(permission).setScope(scope).build();
        method.getOptionsBuilder().setExtension(AccessProto.access, access);
    }

    private static void http(MethodDescriptorProto.Builder method, HttpRule.Builder rule) {
        method.getOptionsBuilder().setExtension(AnnotationsProto.http, rule.build());
    }

    private static void rename(DescriptorProto.Builder message, String field, String name) {
        List<FieldDescriptorProto.Builder> hits =
                message.getFieldBuilderList().stream()
                        .filter(f -> f.getName().equals(field))
                        .toList();
        assertThat(hits).hasSize(1);
        hits.getFirst().setName(name);
    }
}
