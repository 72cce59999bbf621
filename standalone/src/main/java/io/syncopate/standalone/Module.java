package io.syncopate.standalone;

import io.syncopate.assessment.AssessmentApplication;
import io.syncopate.asset.AssetApplication;
import io.syncopate.gateway.GatewayApplication;
import io.syncopate.scheduling.SchedulingApplication;

import java.util.ArrayList;
import java.util.List;

/**
 * What is composed, in the order of starting. The name is a module's configuration file, its audience
 * and its in-process address.
 */
enum Module {
    SCHEDULING("scheduling", SchedulingApplication.class),
    ASSET("asset", AssetApplication.class),
    ASSESSMENT("assessment", AssessmentApplication.class),
    GATEWAY("gateway", GatewayApplication.class);

    /** In the order of starting: the one that calls the others comes last. */
    static final List<Module> SERVICES = List.of(SCHEDULING, ASSET, ASSESSMENT);

    final String configName;
    final Class<?> application;

    Module(String configName, Class<?> application) {
        this.configName = configName;
        this.application = application;
    }

    /** What composing asks of the module's configuration; the user's own arguments come after it. */
    List<String> arguments(Settings settings, int port) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.main.banner-mode=off",
                                "--spring.main.log-startup-info=false",
                                "--logging.level.root=warn"));
        if (!settings.isDebug()) {
            // What stands in the way of a start is told once, at the end and in one line.
            for (String told :
                    List.of(
                            "org.springframework.boot.SpringApplication",
                            "org.springframework.boot.diagnostics",
                            "org.springframework.boot.web.server.reactive.context",
                            "org.springframework.context.annotation")) {
                arguments.add("--logging.level." + told + "=off");
            }
        }
        SERVICES.forEach(
                service ->
                        arguments.add(
                                "--syncopate.backends.%1$s.address=in-process:%1$s"
                                        .formatted(service.configName)));
        if (this == GATEWAY) {
            arguments.add("--server.address=127.0.0.1");
            arguments.add("--server.port=" + port);
            arguments.add(
                    "--syncopate.gateway.developer.key-file="
                            + settings.dataDirectory().resolve("developer.key"));
            if (settings.timeAdjustable()) {
                // Whoever moves the time by months in a demonstration wants to stay signed in.
                arguments.add("--syncopate.gateway.session-life=3660d");
            }
        } else {
            arguments.add("--spring.main.web-application-type=none");
            arguments.add("--spring.cloud.gateway.server.webflux.enabled=false");
            arguments.add("--spring.grpc.server.inprocess.name=" + configName);
            arguments.add("--syncopate.grpc.network-enabled=false");
        }
        return arguments;
    }

    /** Settings of the platform and of logging reach every module, the others the gateway alone. */
    static boolean concerns(String argument, Module module) {
        return module == GATEWAY
                || argument.startsWith("--syncopate.")
                || argument.startsWith("--logging.");
    }
}
