package io.syncopate.e2e.faults;

import static io.syncopate.e2e.faults.ResourceType.*;

import io.syncopate.e2e.Api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Which writes a worker sends, drawn by its seed: over the three services and the gateway's own. */
final class LoadModel {

    private static final String PIPELINE = "standard";

    private final World world;
    private final List<String> checklist;

    /** @param checklist what has to be done before an asset leaves the first stage */
    private LoadModel(World world, List<String> checklist) {
        this.world = world;
        this.checklist = List.copyOf(checklist);
    }

    static LoadModel of(Api api, World world) {
        var checklist = new ArrayList<String>();
        JsonNode stage = api.get("/v1/pipelines/" + PIPELINE).ok().at("/stages/0");
        stage.path("checklist").forEach(item -> checklist.add(item.path("key").asString()));
        return new LoadModel(world, checklist);
    }

    Write next(String key, Random random) {
        int draw = random.nextInt(100);
        if (draw < 12) {
            return createProgram(key);
        } else if (draw < 26) {
            return world.any(PROGRAM, random)
                    .map(name -> rename(PROGRAM, name, key))
                    .orElseGet(() -> createProgram(key));
        } else if (draw < 34) {
            return world.any(PROGRAM, random)
                    .map(name -> assess(name, key))
                    .orElseGet(() -> createProgram(key));
        } else if (draw < 42) {
            return createCohort(key);
        } else if (draw < 52) {
            return world.any(COHORT, random)
                    .map(name -> rename(COHORT, name, key))
                    .orElseGet(() -> createCohort(key));
        } else if (draw < 60) {
            return world.any(COHORT, random)
                    .map(name -> enter(name, key))
                    .orElseGet(() -> createCohort(key));
        } else if (draw < 66) {
            return world.nextToPublish()
                    .map(name -> publish(name, key))
                    .orElseGet(() -> createSeries(key));
        } else if (draw < 72) {
            return createCampaign(key);
        } else if (draw < 82) {
            return world.nextToClaim()
                    .map(asset -> claim(asset, key))
                    .orElseGet(() -> createCampaign(key));
        } else if (draw < 90) {
            return world.nextToPush()
                    .map(held -> push(held, key))
                    .orElseGet(() -> createCampaign(key));
        } else if (draw < 95) {
            return createPerson(key);
        }
        return world.any(PERSON, random)
                .map(name -> changeZone(name, key, random))
                .orElseGet(() -> createPerson(key));
    }

    private static Write createProgram(String key) {
        ObjectNode body = Api.object().put("displayName", "made by " + key);
        body.putObject("brief").putObject("objective").put("statement", key);
        return create(PROGRAM, key, "/v1/programs", body, Map.of("/displayName", "made by " + key));
    }

    private static Write rename(ResourceType type, String name, String key) {
        String text = "changed by " + key;
        return change(
                type,
                key,
                "PATCH",
                "/v1/" + name,
                "?updateMask=displayName",
                Api.object().put("displayName", text),
                Map.of("/displayName", text));
    }

    private static Write assess(String program, String key) {
        return create(ASSESSMENT, key, "/v1/" + program + ":assess", Api.object(), Map.of());
    }

    private static Write createCohort(String key) {
        ObjectNode body = Api.object().put("displayName", "made by " + key).put("description", key);
        return create(COHORT, key, "/v1/cohorts", body, Map.of("/displayName", "made by " + key));
    }

    private static Write enter(String cohort, String key) {
        ObjectNode body = Api.object().put("person", "people/" + key).put("zone", "Europe/Berlin");
        return create(
                PARTICIPANT,
                key,
                "/v1/" + cohort + "/participants",
                body,
                Map.of("/zone", "Europe/Berlin"));
    }

    private static Write createSeries(String key) {
        ObjectNode body =
                Api.object()
                        .put("displayName", key)
                        .put("firstDate", "2026-10-05")
                        .put("everyWeeks", 1);
        body.putArray("groups")
                .addObject()
                .put("key", "all")
                .put("zone", "Europe/Berlin")
                .put("headCount", 12);
        body.putArray("items")
                .addObject()
                .put("key", "first")
                .put("title", "First")
                .put("minutes", 60)
                .put("attendance", "MANDATORY");
        return create(SERIES, key, "/v1/series", body, Map.of("/firstDate", "2026-10-05"));
    }

    private static Write publish(String series, String key) {
        return change(
                SERIES,
                key,
                "POST",
                "/v1/" + series,
                ":publish",
                Api.object(),
                Map.of("/state", "PUBLISHED"));
    }

    private static Write createCampaign(String key) {
        ObjectNode body = Api.object().put("displayName", "made by " + key).put("brief", key);
        body.putArray("channels").addObject().put("key", "web");
        ArrayNode assets = body.putArray("assets");
        for (String asset : List.of("text", "picture")) {
            assets.addObject().put("key", asset).put("displayName", asset).put("channel", "web");
        }
        return create(
                CAMPAIGN, key, "/v1/campaigns", body, Map.of("/displayName", "made by " + key));
    }

    private static Write claim(String asset, String key) {
        return create(
                CLAIM,
                key,
                "/v1/queues/" + PIPELINE + ".brief:claim",
                Api.object().put("asset", asset),
                Map.of("/asset", asset));
    }

    private Write push(World.Held held, String key) {
        ObjectNode body =
                Api.object().put("claim", held.claim()).put("contextNotes", "said by " + key);
        ArrayNode ticks = body.putArray("checklist");
        checklist.forEach(item -> ticks.addObject().put("item", item).put("done", true));
        return change(
                ASSET,
                key,
                "POST",
                "/v1/" + held.asset(),
                ":push",
                body,
                Map.of("/stage", "copy", "/passport/contextNotes/0/text", "said by " + key));
    }

    private static Write createPerson(String key) {
        return create(
                PERSON,
                key,
                "/v1/people?personId=" + key,
                Api.object().put("displayName", key),
                Map.of("/name", "people/" + key));
    }

    private static Write changeZone(String person, String key, Random random) {
        List<String> zones = List.of("Europe/Berlin", "Asia/Kolkata", "America/New_York");
        String zone = zones.get(random.nextInt(zones.size()));
        return change(
                PERSON,
                key,
                "PATCH",
                "/v1/" + person,
                "?updateMask=zone",
                Api.object().put("zone", zone),
                Map.of("/zone", zone));
    }

    private static Write create(
            ResourceType type,
            String key,
            String path,
            ObjectNode body,
            Map<String, String> content) {
        return new Write(key, type, true, "POST", path, body.toString(), content);
    }

    private static Write change(
            ResourceType type,
            String key,
            String method,
            String resource,
            String rest,
            ObjectNode body,
            Map<String, String> content) {
        return new Write(key, type, false, method, resource + rest, body.toString(), content);
    }
}
