package io.syncopate.assessment.brief;

import io.syncopate.assessment.brief.Activity.Interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Builds briefs: {@code brief().with("audience.size", 30).build()}. */
public final class BriefFixture {

    private final TreeMap<Fact, Value> stated = new TreeMap<>();
    private final List<Zone> zones = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();

    private BriefFixture() {}

    public static BriefFixture brief() {
        return new BriefFixture().with("objective.statement", "Learners can do it.");
    }

    /** 30 managers who practise coaching: the guide's synchronous case. */
    public static BriefFixture coaching() {
        return brief().with("objective.type", "SKILL")
                .with("audience.size", 30)
                .with("audience.time_zones", 1)
                .with("audience.schedules", "CAN_BLOCK_TIME")
                .with("audience.live_time.minutes", 120)
                .with("audience.live_time.every_weeks", 2)
                .with("content.complexity", "HIGH")
                .with("content.needs_practice_with_feedback", true)
                .with("content.needs_discussion", true)
                .with("resources.facilitators", "SKILLED");
    }

    /** 500 employees in 12 zones who learn data-privacy rules: the guide's asynchronous case. */
    public static BriefFixture compliance() {
        return brief().with("objective.type", "KNOWLEDGE")
                .with("objective.final_assessment", "CERTIFICATION")
                .with("audience.size", 500)
                .with("audience.time_zones", 12)
                .with("audience.schedules", "CANNOT_COMMIT")
                .with("content.nature", "INFORMATIONAL")
                .with("content.change_frequency", "RARELY")
                .with("content.self_contained", true)
                .with("resources.production", "PROFESSIONAL")
                .with("resources.lms", "FULL");
    }

    /** 80 students who learn statistics and Python: the guide's blended case. */
    public static BriefFixture dataAnalysis() {
        return brief().with("objective.type", "MIXED")
                .with("audience.size", 80)
                .with("audience.time_zones", 1)
                .with("audience.schedules", "VARYING")
                .with("content.nature", "MIXED")
                .with("content.needs_practice_with_feedback", true)
                .activity("lectures", "Recorded lectures on statistics", Interaction.NONE)
                .activity("lab", "Weekly live lab", Interaction.GUIDED_GROUP)
                .activity("forum", "Question forum");
    }

    public BriefFixture with(String path, String value) {
        Fact fact = Facts.at(path);
        stated.put(fact, fact.isText() ? new Value.Text(value) : new Value.Choice(value));
        return this;
    }

    public BriefFixture with(String path, double value) {
        stated.put(Facts.at(path), new Value.Amount(value));
        return this;
    }

    public BriefFixture with(String path, boolean value) {
        stated.put(Facts.at(path), new Value.Flag(value));
        return this;
    }

    public BriefFixture without(String path) {
        stated.remove(Facts.at(path));
        return this;
    }

    public BriefFixture zone(String id, int people) {
        zones.add(new Zone(id, people));
        return this;
    }

    public BriefFixture activity(String key, String text) {
        return activity(activity(key, text, Optional.empty(), Optional.empty()));
    }

    public BriefFixture activity(String key, String text, Interaction interaction) {
        return activity(activity(key, text, Optional.empty(), Optional.of(interaction)));
    }

    public BriefFixture activity(Activity activity) {
        activities.add(activity);
        return this;
    }

    public static Activity activity(
            String key,
            String text,
            Optional<Activity.Mode> mode,
            Optional<Interaction> interaction) {
        return new Activity(
                key, text, mode, interaction, "", OptionalInt.empty(), Optional.empty(), 1);
    }

    public static Activity repeated(String key, String text, int times) {
        return new Activity(
                key,
                text,
                Optional.empty(),
                Optional.empty(),
                "",
                OptionalInt.empty(),
                Optional.empty(),
                times);
    }

    public Brief build() {
        return new Brief(stated, zones, activities);
    }
}
