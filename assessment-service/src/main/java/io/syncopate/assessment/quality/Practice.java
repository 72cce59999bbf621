package io.syncopate.assessment.quality;

import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.scoring.Answer;

import java.util.List;
import java.util.Set;

/** A practice of good design. The guide names six and weighs none, so each counts the same. */
public enum Practice {
    CHUNKING(
            "chunking",
            "Short pieces",
            "design.longest_stretch_minutes",
            "Divide it, so that no stretch of watching or listening is longer than 15 minutes.",
            Set.of("chunking"),
            source("L-033", "When to choose asynchronous: chunking content")),
    INTERACTION(
            "interaction",
            "Interactive elements",
            "design.interactive_elements",
            "Put questions or branching scenarios into the material, and something for people to do"
                    + " into live time.",
            Set.of("interactive-elements"),
            source(
                    "L-033",
                    "When to choose asynchronous: embedded questions, branching scenarios")),
    TIMELY_FEEDBACK(
            "timely-feedback",
            "Timely feedback",
            "design.feedback_turnaround_hours",
            "Have answers come automatically, check in each week, or promise a turnaround of a"
                    + " day.",
            Set.of("timely-feedback"),
            source(
                    "L-033",
                    "When to choose asynchronous: timely feedback through automated systems or"
                            + " periodic instructor check-ins")),
    ACTIVE_LEARNING(
            "active-learning",
            "Active learning",
            "design.active_tasks",
            "Let learners solve, build, decide or explain something with what they learn.",
            Set.of("active-learning", "active-sessions"),
            source("L-101", "Questions, retention: active learning regardless of workflow")),
    SPACING(
            "spacing",
            "Spaced repetition",
            "design.spaced_reviews",
            "Plan four reviews, after 1, 6, 15 and 38 days.",
            Set.of("active-learning"),
            source("L-070", "Questions, retention: spaced repetition")),
    RETRIEVAL(
            "retrieval",
            "Retrieval practice",
            "design.retrieval_practice",
            "Have learners recall without looking, often: short quizzes, or explaining it to"
                    + " others.",
            Set.of("active-learning"),
            source("L-070", "Questions, retention: frequent retrieval practice"));

    private final String id;
    private final String title;
    private final String path;
    private final String remedy;
    private final Set<String> advice;
    private final Source source;

    Practice(
            String id,
            String title,
            String path,
            String remedy,
            Set<String> advice,
            Source source) {
        this.id = id;
        this.title = title;
        this.path = path;
        this.remedy = remedy;
        this.advice = advice;
        this.source = source;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Where in a brief it is stated first of all. */
    public String path() {
        return path;
    }

    /** How to have it. */
    public String remedy() {
        return remedy;
    }

    public Source source() {
        return source;
    }

    /** Whether an answer says that its workflow is not worth starting without it. */
    boolean isMustHaveIn(Answer answer) {
        return answer.advice(Advice.Kind.MUST_HAVE).stream()
                .anyMatch(point -> advice.contains(point.id()));
    }

    /** Whether what is learned is kept better with it. */
    public boolean carriesRetention() {
        return switch (this) {
            case TIMELY_FEEDBACK, ACTIVE_LEARNING, SPACING, RETRIEVAL -> true;
            case CHUNKING, INTERACTION -> false;
        };
    }

    private static Source source(String rule, String passage) {
        return new Source(List.of(rule), passage);
    }
}
