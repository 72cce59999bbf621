package io.syncopate.proto;

import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.proto.api.v1.Access;
import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.Scope;
import io.syncopate.proto.api.v1.Stream;
import io.syncopate.proto.api.v1.StreamProto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What every contract keeps, so that gateway and starter can serve it from its descriptors alone. */
final class ContractRules {

    enum Rule {
        /** Every method says who may call it; one without is refused for everybody. */
        ACCESS,
        /** A permission begins with the area of its contract, so that no area can hand out another's. */
        PERMISSION_AREA,
        /** Every method has an HTTP path whose variables and body are fields of its request; internal ones have none. */
        HTTP_BINDING,
        /** No request matches two methods. */
        HTTP_CLASH,
        /** The comment names the errors and whether a call may be retried. */
        COMMENT,
        /** A write that can be repeated says that the first call may still be at work. */
        REQUEST_IN_PROGRESS,
        /** Reads are marked, so that clients may retry them; nothing else is. */
        READ_ONLY,
        /** Lists are paged, at most 200 at a time. */
        PAGING,
        /** Updates and deletes can be guarded by an etag; updates say what they change. */
        ETAG,
        /** A stream that breaks can be gone on with. */
        STREAM,
        /** Every other write can be repeated safely. */
        REQUEST_ID,
        /** Every field that a caller sends is bounded. */
        VALIDATION,
        /** Generated Java lies where everybody looks for it. */
        JAVA_PACKAGE
    }

    record Breach(Rule rule, String where, String what) {}

    private static final Set<String> INTERNAL_SERVICES =
            Set.of("syncopate.api.v1.EventFeedService");
    private static final Pattern READ =
            Pattern.compile("(Get|List|Preview|Read|Recommend|Watch|Wait|Diff)([A-Z].*)?");
    private static final Pattern PERMISSION =
            Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*\\.[a-z][A-Za-z]*");

    private static final Pattern REQUEST_IN_PROGRESS =
            Pattern.compile("ABORTED \\([^)]*the same request is being carried out[^)]*\\)");

    private final List<Breach> breaches = new ArrayList<>();

    private ContractRules() {}

    static List<Breach> breaches(Contracts contracts) {
        var rules = new ContractRules();
        contracts
                .files()
                .forEach(
                        file ->
                                rules.require(
                                        file.getOptions().getJavaMultipleFiles()
                                                && file.getOptions()
                                                        .getJavaPackage()
                                                        .equals(
                                                                "io.syncopate.proto."
                                                                        + Contracts.area(file)
                                                                        + ".v1"),
                                        Rule.JAVA_PACKAGE,
                                        file.getName(),
                                        "needs java_multiple_files and java_package"
                                                + " io.syncopate.proto.<area>.v1"));
        contracts.methods().forEach(rules::check);
        rules.checkClashes(contracts.methods().flatMap(m -> HttpBinding.of(m).stream()).toList());
        RequestFields.of(contracts.methods().map(MethodDescriptor::getInputType).toList())
                .forEach(
                        field ->
                                rules.require(
                                        RequestFields.isBounded(field),
                                        Rule.VALIDATION,
                                        field.getFullName(),
                                        "has no bounds"));
        return rules.breaches;
    }

    private void check(MethodDescriptor method) {
        checkAccess(method);
        checkBinding(method);
        String comment = Contracts.comment(method);
        require(
                comment.contains(" Errors: ") && comment.contains(" Retry: "),
                Rule.COMMENT,
                method.getFullName(),
                "needs a line 'Errors: …' and a line 'Retry: …'");
        boolean read = READ.matcher(method.getName()).matches();
        require(
                read
                        == (method.getOptions().getIdempotencyLevel()
                                == IdempotencyLevel.NO_SIDE_EFFECTS),
                Rule.READ_ONLY,
                method.getFullName(),
                "is NO_SIDE_EFFECTS exactly when it is a Get, List, Preview, Read, Recommend,"
                        + " Watch, Wait or Diff");
        if (method.getName().startsWith("List")) {
            checkPaging(method);
        }
        if (method.isServerStreaming()) {
            checkStream(method);
        }
        if (!read) {
            checkWrite(method);
        }
    }

    private void checkAccess(MethodDescriptor method) {
        Access access = method.getOptions().getExtension(AccessProto.access);
        boolean stated =
                PERMISSION.matcher(access.getPermission()).matches()
                        && access.getScope() != Scope.SCOPE_UNSPECIFIED
                        && access.getScope() != Scope.UNRECOGNIZED;
        require(
                stated,
                Rule.ACCESS,
                method.getFullName(),
                "needs a permission <area>.<resource>.<action> and a scope");
        require(
                !stated
                        || access.getPermission()
                                .startsWith(Contracts.area(method.getFile()) + "."),
                Rule.PERMISSION_AREA,
                method.getFullName(),
                access.getPermission() + " is not of this area");
    }

    private void checkBinding(MethodDescriptor method) {
        if (INTERNAL_SERVICES.contains(method.getService().getFullName())) {
            require(
                    !method.getOptions().hasExtension(AnnotationsProto.http),
                    Rule.HTTP_BINDING,
                    method.getFullName(),
                    "is internal and must have no HTTP path");
            return;
        }
        Optional<HttpBinding> binding = HttpBinding.of(method);
        String body = method.getOptions().getExtension(AnnotationsProto.http).getBody();
        require(
                binding.isPresent()
                        && binding.get().segments().getFirst().equals("v1")
                        && binding.get().variables().stream()
                                .allMatch(v -> hasField(method.getInputType(), v))
                        && (body.isEmpty()
                                || body.equals("*")
                                || hasField(method.getInputType(), body)),
                Rule.HTTP_BINDING,
                method.getFullName(),
                "needs a path under /v1 whose variables and body are fields of the request");
    }

    private void checkClashes(List<HttpBinding> bindings) {
        for (int i = 0; i < bindings.size(); i++) {
            for (HttpBinding other : bindings.subList(i + 1, bindings.size())) {
                HttpBinding one = bindings.get(i);
                require(
                        !one.clashesWith(other),
                        Rule.HTTP_CLASH,
                        one.rpc(),
                        "has the same path as " + other.rpc());
            }
        }
    }

    private void checkPaging(MethodDescriptor method) {
        FieldDescriptor size = method.getInputType().findFieldByName("page_size");
        boolean request =
                size != null
                        && RequestFields.rules(size).getInt32().getLte() == 200
                        && RequestFields.rules(size).getInt32().hasGte()
                        && method.getInputType().findFieldByName("page_token") != null;
        List<FieldDescriptor> answer = method.getOutputType().getFields();
        boolean response =
                answer.stream().filter(FieldDescriptor::isRepeated).count() == 1
                        && method.getOutputType().findFieldByName("next_page_token") != null;
        require(
                request && response,
                Rule.PAGING,
                method.getFullName(),
                "needs page_size from 0 to 200, page_token, one repeated field and"
                        + " next_page_token");
    }

    private void checkStream(MethodDescriptor method) {
        Stream stream = method.getOptions().getExtension(StreamProto.stream);
        require(
                method.getOutputType().getFullName().equals("google.api.HttpBody")
                        || INTERNAL_SERVICES.contains(method.getService().getFullName())
                        || (hasField(method.getOutputType(), stream.getIdField())
                                && hasField(method.getInputType(), stream.getResumeField())),
                Rule.STREAM,
                method.getFullName(),
                "needs (syncopate.api.v1.stream) with fields of its response and its request");
    }

    private void checkWrite(MethodDescriptor method) {
        Descriptor request = method.getInputType();
        boolean update = method.getName().startsWith("Update");
        boolean delete = method.getName().startsWith("Delete");
        if (update) {
            require(
                    request.findFieldByName("update_mask") != null
                            && request.getFields().stream()
                                    .anyMatch(ContractRules::isResourceWithEtag),
                    Rule.ETAG,
                    method.getFullName(),
                    "needs update_mask and a resource with an etag");
        }
        if (delete) {
            require(
                    request.findFieldByName("etag") != null,
                    Rule.ETAG,
                    method.getFullName(),
                    "needs the etag to delete");
        } else {
            require(
                    request.findFieldByName("request_id") != null,
                    Rule.REQUEST_ID,
                    method.getFullName(),
                    "needs a request_id");
        }
        require(
                request.findFieldByName("request_id") == null
                        || REQUEST_IN_PROGRESS
                                .matcher(Contracts.comment(method).replaceAll("\\s+", " "))
                                .find(),
                Rule.REQUEST_IN_PROGRESS,
                method.getFullName(),
                "names no 'ABORTED (the same request is being carried out)' among its errors");
    }

    private static boolean isResourceWithEtag(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().findFieldByName("etag") != null;
    }

    private static boolean hasField(Descriptor message, String path) {
        int dot = path.indexOf('.');
        FieldDescriptor field = message.findFieldByName(dot < 0 ? path : path.substring(0, dot));
        return field != null
                && (dot < 0 || hasField(field.getMessageType(), path.substring(dot + 1)));
    }

    private void require(boolean kept, Rule rule, String where, String what) {
        if (!kept) {
            breaches.add(new Breach(rule, where, what));
        }
    }
}
