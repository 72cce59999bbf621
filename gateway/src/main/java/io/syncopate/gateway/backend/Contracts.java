package io.syncopate.gateway.backend;

import com.google.api.AnnotationsProto;
import com.google.api.ResourceProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.rpc.ErrorDetailsProto;

import io.syncopate.proto.api.v1.AccessProto;
import io.syncopate.proto.api.v1.RefusedFields;
import io.syncopate.proto.api.v1.StreamProto;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contracts of one backend: its own descriptors, apart from those of every other backend and
 * from the classes of this program.
 */
final class Contracts {

    private static final ExtensionRegistry OPTIONS = options();

    private final Set<FileDescriptorProto> files;
    private final List<ServiceDescriptor> services;
    private final List<ResourcePattern> resources;
    private final TypeRegistry types;

    /**
     * How names of one kind of resource look.
     *
     * @param declaredIn the package of the contract that says so
     */
    record ResourcePattern(String pattern, String declaredIn) {}

    private Contracts(
            Set<FileDescriptorProto> files,
            List<ServiceDescriptor> services,
            List<ResourcePattern> resources,
            TypeRegistry types) {
        this.files = files;
        this.services = services;
        this.resources = resources;
        this.types = types;
    }

    /**
     * @param files a set of files with everything that they import
     * @throws IllegalArgumentException a file is missing or wrong
     */
    static Contracts of(Collection<FileDescriptorProto> files) {
        var byName = new LinkedHashMap<String, FileDescriptorProto>();
        files.forEach(file -> byName.put(file.getName(), file));
        var built = new LinkedHashMap<String, FileDescriptor>();
        // What the error of an operation carries, whether or not the contract imports it.
        var types =
                TypeRegistry.newBuilder()
                        .add(ErrorDetailsProto.getDescriptor().getMessageTypes())
                        .add(RefusedFields.getDescriptor());
        var services = new ArrayList<ServiceDescriptor>();
        var resources = new ArrayList<ResourcePattern>();
        for (String name : byName.keySet()) {
            FileDescriptor file = build(name, byName, built, new HashSet<>());
            file.getMessageTypes().forEach(types::add);
            services.addAll(file.getServices());
            resources.addAll(resources(file));
        }
        return new Contracts(
                Set.copyOf(byName.values()),
                List.copyOf(services),
                List.copyOf(resources),
                types.build());
    }

    private static List<ResourcePattern> resources(FileDescriptor file) {
        return Stream.concat(
                        file.getMessageTypes().stream()
                                .map(
                                        type ->
                                                type.getOptions()
                                                        .getExtension(ResourceProto.resource)),
                        file.getOptions().getExtension(ResourceProto.resourceDefinition).stream())
                .flatMap(resource -> resource.getPatternList().stream())
                .map(pattern -> new ResourcePattern(pattern, file.getPackage()))
                .toList();
    }

    /** The files of {@code packages} and what they import, out of a descriptor set. */
    static Contracts ofSet(InputStream set, List<String> packages) throws IOException {
        var byName = new LinkedHashMap<String, FileDescriptorProto>();
        FileDescriptorSet.parseFrom(set, OPTIONS)
                .getFileList()
                .forEach(file -> byName.put(file.getName(), withoutComments(file)));
        var wanted = new LinkedHashMap<String, FileDescriptorProto>();
        byName.values().stream()
                .filter(file -> packages.contains(file.getPackage()))
                .forEach(file -> addWithImports(file, byName, wanted));
        return of(wanted.values());
    }

    static FileDescriptorProto parse(com.google.protobuf.ByteString file)
            throws InvalidProtocolBufferException {
        return withoutComments(FileDescriptorProto.parseFrom(file, OPTIONS));
    }

    private static FileDescriptorProto withoutComments(FileDescriptorProto file) {
        return file.toBuilder().clearSourceCodeInfo().build();
    }

    private static void addWithImports(
            FileDescriptorProto file,
            Map<String, FileDescriptorProto> all,
            Map<String, FileDescriptorProto> wanted) {
        if (wanted.putIfAbsent(file.getName(), file) == null) {
            for (String name : file.getDependencyList()) {
                FileDescriptorProto imported = all.get(name);
                if (imported != null) {
                    addWithImports(imported, all, wanted);
                }
            }
        }
    }

    private static FileDescriptor build(
            String name,
            Map<String, FileDescriptorProto> all,
            Map<String, FileDescriptor> built,
            Set<String> underWay) {
        FileDescriptor done = built.get(name);
        if (done != null) {
            return done;
        }
        FileDescriptorProto file = all.get(name);
        if (file == null || !underWay.add(name)) {
            throw new IllegalArgumentException(
                    "file " + name + (file == null ? " is missing" : " imports itself"));
        }
        var imports = new ArrayList<FileDescriptor>();
        for (String each : file.getDependencyList()) {
            imports.add(build(each, all, built, underWay));
        }
        try {
            FileDescriptor descriptor =
                    FileDescriptor.buildFrom(file, imports.toArray(FileDescriptor[]::new));
            built.put(name, descriptor);
            return descriptor;
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException("file " + name + ": " + e.getMessage(), e);
        }
    }

    private static ExtensionRegistry options() {
        var registry = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(registry);
        AccessProto.registerAllExtensions(registry);
        ResourceProto.registerAllExtensions(registry);
        StreamProto.registerAllExtensions(registry);
        return registry;
    }

    List<ServiceDescriptor> services() {
        return services;
    }

    List<ResourcePattern> resources() {
        return resources;
    }

    TypeRegistry types() {
        return types;
    }

    boolean sameAs(Contracts other) {
        return files.equals(other.files);
    }
}
