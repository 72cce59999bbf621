package io.syncopate.gateway.web;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** What anybody may ask for: the console's files, whether the gateway lives, how to sign in. */
final class OpenPaths {

    private static final Set<String> READ =
            Set.of(
                    "/",
                    "/v1/status",
                    "/sign-in",
                    "/.well-known/jwks.json",
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness");

    /** Has credentials of its own, which are none of a caller's. */
    private static final String TOKENS = "/internal/token";

    private final Set<String> files;

    OpenPaths(Set<String> files) {
        this.files = Set.copyOf(files);
    }

    /** With the static files of the class path, each by its own name. */
    static OpenPaths withFilesOf(ResourcePatternResolver resources, String[] locations) {
        var files = new HashSet<String>();
        for (String location : locations) {
            String prefix = location.replaceFirst("^classpath:", "");
            try {
                for (Resource file :
                        resources.getResources(
                                location.replaceFirst("^classpath:", "classpath*:") + "**")) {
                    String address = file.getURL().toString();
                    int at = address.lastIndexOf(prefix);
                    if (at >= 0 && !address.endsWith("/")) {
                        files.add("/" + address.substring(at + prefix.length()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the files of " + location + " cannot be listed", e);
            }
        }
        return new OpenPaths(files);
    }

    boolean contains(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        boolean read =
                request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return read && (READ.contains(path) || files.contains(path));
    }

    boolean checksItself(ServerHttpRequest request) {
        return request.getURI().getRawPath().equals(TOKENS);
    }
}
