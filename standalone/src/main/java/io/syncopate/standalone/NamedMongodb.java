package io.syncopate.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;

import org.bson.Document;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A MongoDB that somebody else runs.
 *
 * @param patience how long an answer is waited for
 */
record NamedMongodb(String uri, Duration patience) {

    private static final Pattern PASSWORD =
            Pattern.compile("(mongodb(?:\\+srv)?://[^:@/\\s]*):\\S*@");

    static NamedMongodb of(String uri, Settings settings) {
        return new NamedMongodb(uri, settings.selectionTimeout());
    }

    /** Before anything is made: whether it answers, and lets the user of the connection string in. */
    void requireAnswer() {
        MongoClientSettings settings;
        try {
            settings =
                    MongoClientSettings.builder()
                            .applyToClusterSettings(
                                    cluster ->
                                            cluster.serverSelectionTimeout(
                                                    patience.toMillis(), TimeUnit.MILLISECONDS))
                            .applyConnectionString(new ConnectionString(uri))
                            .build();
        } catch (IllegalArgumentException e) {
            throw refused("is no connection string", Objects.toString(e.getMessage()), e);
        } catch (MongoException e) {
            // Of mongodb+srv, whose servers are looked up here.
            throw refused("is not found", Objects.toString(e.getMessage()), e);
        }
        try (MongoClient client = MongoClients.create(settings)) {
            try {
                client.getDatabase("admin").runCommand(new Document("ping", 1));
            } catch (MongoSecurityException e) {
                throw refused(
                        "does not let its user in",
                        Objects.toString(Failures.causes(e).getLast().getMessage()),
                        e);
            } catch (MongoException e) {
                throw refused("does not answer", servers(client, e), e);
            }
        }
    }

    /** For one that went away while the modules started. */
    StartupException lost(MongoException e) {
        return refused("does not answer as it should", Objects.toString(e.getMessage()), e);
    }

    private static String servers(MongoClient client, MongoException e) {
        String told =
                client.getClusterDescription().getServerDescriptions().stream()
                        .map(NamedMongodb::server)
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? Objects.toString(e.getMessage()) : told;
    }

    private static String server(ServerDescription server) {
        Throwable failure = server.getException();
        return server.getAddress()
                + ": "
                + (failure == null
                        ? server.getShortDescription()
                        : Failures.causes(failure).getLast().getMessage());
    }

    private StartupException refused(String what, String why, Throwable cause) {
        return new StartupException(
                Failures.oneLine(
                        "the MongoDB %s %s (%s); expected one that can be reached, named by --%s or %s"
                                .formatted(
                                        uri,
                                        what,
                                        why,
                                        Settings.MONGODB_URI,
                                        KnownSetting.variable(Settings.MONGODB_URI))),
                cause);
    }

    /** Without the password of a connection string in it. */
    static String masked(String text) {
        return PASSWORD.matcher(text).replaceAll("$1:***@");
    }
}
