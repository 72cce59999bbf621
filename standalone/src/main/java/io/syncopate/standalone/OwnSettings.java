package io.syncopate.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What the standalone reads itself; the modules read the rest.
 *
 * @param data what is kept on this machine
 * @param mongodb what is used in place of the embedded store
 * @param time of the platform
 */
@ConfigurationProperties("syncopate")
record OwnSettings(
        @DefaultValue Data data, @DefaultValue Mongodb mongodb, @DefaultValue Time time) {

    /**
     * @param directory where the embedded store and the developer key live
     */
    record Data(@DefaultValue(".syncopate") String directory) {}

    /**
     * @param uri a MongoDB to use in place of the embedded store
     * @param databasePrefix begins the name of each module's database
     * @param selectionTimeout how long a server is waited for that can take an operation
     */
    record Mongodb(
            @Nullable String uri,
            @DefaultValue("syncopate_") String databasePrefix,
            @DefaultValue("10s") Duration selectionTimeout) {}

    /**
     * @param adjustable whether the time of everything can be moved forward by a call
     */
    record Time(@DefaultValue("false") boolean adjustable) {}
}
