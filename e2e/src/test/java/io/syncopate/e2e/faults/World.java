package io.syncopate.e2e.faults;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the load has made so far and can go on with; shared by its workers, who so meet. */
final class World {

    /** Work goes on with the latest, or an update would be forgotten before its late repeat. */
    private static final int LATEST = 300;

    private static final int ENOUGH = 20;

    private final Map<ResourceType, List<String>> names = new EnumMap<>(ResourceType.class);
    private final Deque<String> unpublished = new ArrayDeque<>();
    private final Deque<String> unclaimed = new ArrayDeque<>();
    private final Deque<Held> held = new ArrayDeque<>();

    /** An asset and the claim that its holder pushes it with. */
    record Held(String asset, String claim) {}

    synchronized void learn(Acknowledged answer, JsonNode body) {
        String name = answer.name();
        if (answer.write().creates()) {
            names.computeIfAbsent(answer.write().type(), _ -> new ArrayList<>()).add(name);
        }
        switch (answer.write().type()) {
            case SERIES -> {
                if (answer.write().creates()) {
                    unpublished.add(name);
                }
            }
            case CAMPAIGN -> {
                if (body.path("state").asString().equals("IN_PRODUCTION")) {
                    body.path("assets")
                            .forEach(
                                    asset ->
                                            unclaimed.add(
                                                    name
                                                            + "/assets/"
                                                            + asset.path("key").asString()));
                }
            }
            case CLAIM -> held.add(new Held(body.path("asset").asString(), name));
            case PROGRAM, ASSESSMENT, COHORT, PARTICIPANT, ASSET, PERSON -> {}
        }
    }

    /** One of the latest, once there are enough that workers seldom meet. */
    synchronized Optional<String> any(ResourceType type, Random random) {
        List<String> all = names.getOrDefault(type, List.of());
        if (all.size() < ENOUGH) {
            return Optional.empty();
        }
        int among = Math.min(LATEST, all.size());
        return Optional.of(all.get(all.size() - 1 - random.nextInt(among)));
    }

    synchronized Optional<String> nextToPublish() {
        return Optional.ofNullable(unpublished.poll());
    }

    synchronized Optional<String> nextToClaim() {
        return Optional.ofNullable(unclaimed.poll());
    }

    synchronized Optional<Held> nextToPush() {
        return Optional.ofNullable(held.poll());
    }
}
