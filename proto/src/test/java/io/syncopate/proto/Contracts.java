package io.syncopate.proto;

import build.buf.validate.ValidateProto;

import com.google.api.AnnotationsProto;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;

import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.StreamProto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A descriptor set, linked. Only files of {@code syncopate} packages are contracts; the others are imports. */
record Contracts(List<FileDescriptor> files) {

    /** The set that the jar publishes. */
    static FileDescriptorSet published() {
        var extensions = ExtensionRegistry.newInstance();
        AccessProto.registerAllExtensions(extensions);
        StreamProto.registerAllExtensions(extensions);
        AnnotationsProto.registerAllExtensions(extensions);
        FieldBehaviorProto.registerAllExtensions(extensions);
        ValidateProto.registerAllExtensions(extensions);
        String path = "/META-INF/syncopate/contracts.binpb";
        try (var in = Objects.requireNonNull(Contracts.class.getResourceAsStream(path), path)) {
            return FileDescriptorSet.parseFrom(in, extensions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when an import is missing from the set. */
    static Contracts link(FileDescriptorSet set) {
        Map<String, FileDescriptor> linked = new HashMap<>();
        for (FileDescriptorProto file : set.getFileList()) {
            FileDescriptor[] imports =
                    file.getDependencyList().stream()
                            .map(
                                    name ->
                                            Objects.requireNonNull(
                                                    linked.get(name),
                                                    () -> file.getName() + " imports " + name))
                            .toArray(FileDescriptor[]::new);
            try {
                linked.put(file.getName(), FileDescriptor.buildFrom(file, imports));
            } catch (DescriptorValidationException e) {
                throw new IllegalArgumentException(file.getName(), e);
            }
        }
        return new Contracts(
                set.getFileList().stream()
                        .filter(file -> file.getPackage().startsWith("syncopate."))
                        .map(file -> Objects.requireNonNull(linked.get(file.getName())))
                        .toList());
    }

    Stream<ServiceDescriptor> services() {
        return files.stream().flatMap(file -> file.getServices().stream());
    }

    Stream<MethodDescriptor> methods() {
        return services().flatMap(service -> service.getMethods().stream());
    }

    /** The comment before a method, empty when there is none. */
    static String comment(MethodDescriptor method) {
        List<Integer> path =
                List.of(
                        FileDescriptorProto.SERVICE_FIELD_NUMBER,
                        method.getService().getIndex(),
                        com.google.protobuf.DescriptorProtos.ServiceDescriptorProto
                                .METHOD_FIELD_NUMBER,
                        method.getIndex());
        return method.getFile().toProto().getSourceCodeInfo().getLocationList().stream()
                .filter(location -> location.getPathList().equals(path))
                .map(Location::getLeadingComments)
                .findFirst()
                .orElse("");
    }

    /** {@code assessment} for the package {@code syncopate.assessment.v1}. */
    static String area(FileDescriptor file) {
        return file.getPackage().split("\\.", -1)[1];
    }
}
