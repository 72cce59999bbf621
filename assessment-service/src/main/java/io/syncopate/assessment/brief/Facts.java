package io.syncopate.assessment.brief;

import static io.syncopate.assessment.brief.Fact.choice;
import static io.syncopate.assessment.brief.Fact.flag;
import static io.syncopate.assessment.brief.Fact.number;
import static io.syncopate.assessment.brief.Fact.text;
import static io.syncopate.assessment.brief.Fact.texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue: every fact that a brief may state, in the order of the brief. */
public final class Facts {

    private static final String[] LADDER = {"LOW", "MEDIUM", "HIGH", "MIXED"};

    public static final List<Fact> ALL =
            List.of(
                    choice("objective.type", "KNOWLEDGE", "SKILL", "ATTITUDE", "MIXED"),
                    text("objective.statement"),
                    choice(
                            "objective.final_assessment",
                            "NONE",
                            "TEST",
                            "CERTIFICATION",
                            "PRACTICAL"),
                    number("audience.size"),
                    number("audience.time_zones"),
                    number("audience.offset_spread_hours"),
                    choice(
                            "audience.schedules",
                            "CAN_BLOCK_TIME",
                            "VARYING",
                            "UNPREDICTABLE",
                            "CANNOT_COMMIT"),
                    choice("audience.self_regulation", LADDER),
                    choice("audience.motivation", LADDER),
                    choice("audience.tech_literacy", LADDER),
                    choice("audience.bandwidth", "POOR", "ADEQUATE", "GOOD"),
                    choice("audience.interaction_preference", "REFLECTIVE", "INTERACTIVE", "MIXED"),
                    choice("audience.preferred_pace", "SELF_PACED", "FIXED", "MIXED"),
                    number("audience.live_time.minutes"),
                    number("audience.live_time.every_weeks"),
                    choice("audience.friction_tolerance", "LOW", "MEDIUM", "HIGH"),
                    number("audience.minutes_per_week"),
                    choice("content.nature", "INFORMATIONAL", "PROCEDURAL", "DISCUSSION", "MIXED"),
                    choice("content.complexity", "LOW", "MEDIUM", "HIGH"),
                    choice("content.change_frequency", "RARELY", "YEARLY", "MONTHLY", "WEEKLY"),
                    flag("content.self_contained"),
                    flag("content.problem_solving"),
                    flag("content.learners_react_to_each_other"),
                    flag("content.needs_demonstration"),
                    flag("content.needs_practice_with_feedback"),
                    flag("content.needs_discussion"),
                    flag("content.errors_must_be_caught_quickly"),
                    flag("content.sensitive_topic"),
                    flag("content.interaction_replicable_async"),
                    choice("resources.facilitators", "NONE", "LIMITED", "SKILLED"),
                    number("resources.facilitator_count"),
                    number("resources.facilitator_hours_per_week"),
                    choice("resources.production", "NONE", "BASIC", "PROFESSIONAL"),
                    choice("resources.lms", "NONE", "BASIC", "FULL"),
                    choice("resources.budget", "LOW", "MEDIUM", "HIGH"),
                    texts("resources.owned_tools"),
                    choice("resources.meeting_place", "ONLINE", "ROOM"),
                    number("resources.room_seats"),
                    choice("domain", "GENERAL", "MEDICAL", "HIGH_STAKES_CERTIFICATION"),
                    text("stakeholder_reason"),
                    choice(
                            "reason_kind",
                            "TOOL_OWNED",
                            "HABIT",
                            "TREND",
                            "MORE_INTERACTION",
                            "OTHER"),
                    number("plan.videos"),
                    number("plan.minutes_each"),
                    number("plan.editors"),
                    number("plan.weeks"),
                    text("proposal"),
                    choice("requested_workflow", "SYNCHRONOUS", "ASYNCHRONOUS", "BLENDED"),
                    choice("history.current_workflow", "SYNCHRONOUS", "ASYNCHRONOUS", "BLENDED"),
                    number("history.completion_rate"),
                    number("history.prior_switches"),
                    number("history.week_now"),
                    number("history.weeks_total"),
                    flag("history.live_repeats_recorded"),
                    flag("history.attendance_rule_communicated"),
                    number("history.failed_attempts"),
                    number("design.longest_stretch_minutes"),
                    flag("design.interactive_elements"),
                    flag("design.automated_feedback"),
                    number("design.feedback_turnaround_hours"),
                    number("design.check_in_every_days"),
                    flag("design.active_tasks"),
                    flag("design.retrieval_practice"),
                    number("design.spaced_reviews"),
                    choice("design.enrolment", "OPEN", "VOLUNTARY", "MANDATORY"),
                    flag("design.communication.attendance"),
                    flag("design.communication.access"),
                    flag("design.communication.feedback"));

    private static final Map<String, Fact> BY_PATH =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Fact::path, Function.identity()));

    /** What nobody may decide by: which workflow is asked for, and what kind of reason is given. */
    private static final Set<String> NO_REASONS = Set.of("reason_kind", "requested_workflow");

    /** How good a design is says nothing about which workflow it should have. */
    private static final String DESIGN = "design.";

    private Facts() {}

    /** Whether a workflow may be chosen by it. Texts, the owned tools among them, decide nothing. */
    public static boolean decides(String path) {
        return has(path)
                && !at(path).isText()
                && !NO_REASONS.contains(path)
                && !path.startsWith(DESIGN);
    }

    public static Fact at(String path) {
        Fact fact = BY_PATH.get(path);
        if (fact == null) {
            throw new IllegalArgumentException("'%s' is no fact of a brief".formatted(path));
        }
        return fact;
    }

    public static boolean has(String path) {
        return BY_PATH.containsKey(path);
    }
}
