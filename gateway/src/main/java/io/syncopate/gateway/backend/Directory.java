package io.syncopate.gateway.backend;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.rpc.ErrorDetailsProto;

import io.grpc.health.v1.HealthGrpc;
import io.grpc.health.v1.HealthProto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What gRPC clients can call, as server reflection tells it. */
public final class Directory {

    private final Map<String, FileDescriptor> services;

    /** All that declare them, and what those import, by name. */
    private final Map<String, FileDescriptor> files = new LinkedHashMap<>();

    private Directory(Map<String, FileDescriptor> services) {
        this.services = services;
        services.values().forEach(file -> collect(file, files));
        // a client reads by it what a refusal carries
        collect(ErrorDetailsProto.getDescriptor(), files);
    }

    static Directory of(List<Backend> backends, Collection<GrpcTarget> methods) {
        var called = new HashSet<String>();
        methods.forEach(method -> called.add(String.valueOf(method.call().getServiceName())));
        var services = new TreeMap<String, FileDescriptor>();
        services.put(HealthGrpc.SERVICE_NAME, HealthProto.getDescriptor());
        for (Backend backend : backends) {
            for (ServiceDescriptor service : backend.contracts().services()) {
                if (called.contains(service.getFullName())) {
                    services.putIfAbsent(service.getFullName(), service.getFile());
                }
            }
        }
        return new Directory(services);
    }

    /** Full names, sorted. */
    public Collection<String> services() {
        return services.keySet();
    }

    /** The file of that name, then all that it imports. */
    public Optional<List<ByteString>> file(String name) {
        return Optional.ofNullable(files.get(name)).map(Directory::withImports);
    }

    /** The file that declares a service, a method of one, a message or an enum. */
    public Optional<List<ByteString>> symbol(String fullName) {
        return files.values().stream()
                .filter(file -> declares(file, fullName))
                .findFirst()
                .map(Directory::withImports);
    }

    private static void collect(FileDescriptor file, Map<String, FileDescriptor> all) {
        if (all.putIfAbsent(file.getName(), file) == null) {
            file.getDependencies().forEach(each -> collect(each, all));
        }
    }

    private static boolean declares(FileDescriptor file, String fullName) {
        String prefix = file.getPackage().isEmpty() ? "" : file.getPackage() + ".";
        if (!fullName.startsWith(prefix)) {
            return false;
        }
        String[] path = fullName.substring(prefix.length()).split("\\.", -1);
        var service = file.findServiceByName(path[0]);
        if (service != null) {
            return path.length == 1
                    || (path.length == 2 && service.findMethodByName(path[1]) != null);
        }
        if (path.length == 1 && file.findEnumTypeByName(path[0]) != null) {
            return true;
        }
        var message = file.findMessageTypeByName(path[0]);
        for (int i = 1; message != null && i < path.length; i++) {
            if (i == path.length - 1
                    && (message.findEnumTypeByName(path[i]) != null
                            || message.findFieldByName(path[i]) != null)) {
                return true;
            }
            message = message.findNestedTypeByName(path[i]);
        }
        return message != null;
    }

    private static List<ByteString> withImports(FileDescriptor file) {
        var all = new LinkedHashMap<String, FileDescriptor>();
        collect(file, all);
        var bytes = new ArrayList<ByteString>();
        for (FileDescriptor each : all.values()) {
            bytes.add(each.toProto().toByteString());
        }
        return bytes;
    }
}
