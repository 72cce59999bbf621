package io.syncopate.e2e.faults;

import static io.syncopate.e2e.faults.ResourceType.*;

import io.syncopate.e2e.Api;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Everything that the load touched, as the API shows it. */
final class ReadBack {

    private final Api api;

    ReadBack(Api api) {
        this.api = api;
    }

    /** Lists where there are lists, so that what nobody asked for is seen too; else by name. */
    List<Observed> of(List<Acknowledged> acknowledged)
            throws InterruptedException, ExecutionException {
        Set<String> claims = new TreeSet<>();
        Set<String> nested = new TreeSet<>();
        for (Acknowledged each : acknowledged) {
            switch (each.write().type()) {
                case CLAIM -> claims.add(each.name());
                case ASSESSMENT, PARTICIPANT, ASSET ->
                        nested.add(each.name().replaceFirst("/[^/]+$", ""));
                case PROGRAM, COHORT, SERIES, CAMPAIGN, PERSON -> {}
            }
        }
        List<Observed> all = new ArrayList<>();
        try (ExecutorService readers =
                Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            List<Future<List<Observed>>> parts = new ArrayList<>();
            for (ResourceType type : List.of(PROGRAM, COHORT, SERIES, CAMPAIGN, PERSON)) {
                parts.add(readers.submit(() -> list(type, type.collection())));
            }
            for (String path : nested) {
                parts.add(readers.submit(() -> list(typeOf(path), path)));
            }
            for (String claim : claims) {
                parts.add(
                        readers.submit(
                                () -> List.of(new Observed(CLAIM, api.get("/v1/" + claim).ok()))));
            }
            for (Future<List<Observed>> part : parts) {
                all.addAll(part.get());
            }
        }
        return all;
    }

    private List<Observed> list(ResourceType type, String path) {
        List<Observed> found = new ArrayList<>();
        String token = "";
        do {
            String query = "?pageSize=200" + (token.isEmpty() ? "" : "&pageToken=" + token);
            JsonNode page = api.get("/v1/" + path + query).ok();
            page.path(type.collection()).forEach(each -> found.add(new Observed(type, each)));
            token = page.path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return found;
    }

    private static ResourceType typeOf(String path) {
        String collection = path.substring(path.lastIndexOf('/') + 1);
        for (ResourceType type : ResourceType.values()) {
            if (type.collection().equals(collection)) {
                return type;
            }
        }
        throw new IllegalArgumentException(path);
    }
}
