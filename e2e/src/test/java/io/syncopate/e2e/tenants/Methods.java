package io.syncopate.e2e.tenants;

import build.buf.validate.ValidateProto;

import com.google.api.AnnotationsProto;
import com.google.api.FieldBehaviorProto;
import com.google.api.ResourceProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.ExtensionRegistry;

import io.syncopate.proto.api.v1.AccessProto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Every method of every contract, as published. */
final class Methods {

    private static final String SET = "/META-INF/syncopate/contracts.binpb";

    private Methods() {}

    static List<MethodDescriptor> all() {
        var options = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(options);
        FieldBehaviorProto.registerAllExtensions(options);
        ResourceProto.registerAllExtensions(options);
        ValidateProto.registerAllExtensions(options);
        AccessProto.registerAllExtensions(options);
        try (InputStream in =
                Objects.requireNonNull(AccessProto.class.getResourceAsStream(SET), SET)) {
            Map<String, FileDescriptorProto> files = new HashMap<>();
            FileDescriptorSet.parseFrom(in, options)
                    .getFileList()
                    .forEach(file -> files.put(file.getName(), file));
            Map<String, FileDescriptor> linked = new HashMap<>();
            return files.keySet().stream()
                    .sorted()
                    .map(name -> link(name, files, linked))
                    .filter(file -> file.getPackage().startsWith("syncopate."))
                    .flatMap(file -> file.getServices().stream())
                    .flatMap(service -> service.getMethods().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileDescriptor link(
            String name,
            Map<String, FileDescriptorProto> files,
            Map<String, FileDescriptor> linked) {
        FileDescriptor known = linked.get(name);
        if (known != null) {
            return known;
        }
        FileDescriptorProto file = Objects.requireNonNull(files.get(name), name);
        try {
            FileDescriptor[] imports =
                    Stream.of(file.getDependencyList().toArray(String[]::new))
                            .map(each -> link(each, files, linked))
                            .toArray(FileDescriptor[]::new);
            FileDescriptor descriptor = FileDescriptor.buildFrom(file, imports);
            linked.put(name, descriptor);
            return descriptor;
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
