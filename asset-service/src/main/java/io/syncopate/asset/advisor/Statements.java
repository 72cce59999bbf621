package io.syncopate.asset.advisor;

import java.util.ArrayList;
import java.util.List;

/** Risks and precedents of each model, and what a situation shows that should be mended. */
final class Statements {

    /** A change to B or C takes four to eight weeks in all (P-071, N-04). */
    private static final int SHORTEST_TRANSITION_WEEKS = 4;

    private static final List<Statement> RISKS_OF_A =
            List.of(
                    risk(
                            "absence",
                            "the chain is fragile: one absence stops all of it",
                            "name a stand-in for each step",
                            "P-056",
                            "Model A"),
                    risk(
                            "crunch",
                            "small delays add up and end in a rush before deadlines",
                            "keep to two or three channels at low volume",
                            "P-056",
                            "Model A"));

    private static final Statement CONFUSED_VERSIONS =
            risk(
                    "versions",
                    "two people can work on different versions",
                    "keep a version history, and names that say version and status",
                    "P-043, P-054",
                    "Comparison of the models");

    private static final List<Statement> RISKS_OF_MEETINGS =
            List.of(
                    risk(
                            "status-rounds",
                            "meetings turn into reports of status, and the gain is lost",
                            "strict time box; decisions only, status in writing",
                            "P-002, P-068",
                            "Model B, scenario 2"),
                    risk(
                            "meeting-frequency",
                            "too many or too few meetings become the bottleneck",
                            "two a week; change it when work waits for a meeting",
                            "P-001, P-003",
                            "Model B"));

    private static final Statement TWO_WEEK_DIP =
            risk(
                    "two-week-dip",
                    "expect two chaotic weeks while the team finds the new rhythm",
                    "begin with one project of low risk, and do not judge before the third week",
                    "P-060",
                    "Model C");

    private static final List<Statement> RISKS_OF_C =
            List.of(
                    risk(
                            "unowned-items",
                            "items can sit in queues for days when nobody is to pull them",
                            "an owner per item, and a flag on what ages",
                            "P-023, P-025, P-070",
                            "Scenario 4"),
                    risk(
                            "notification-noise",
                            "too many alerts are ignored, the important ones, too",
                            "notify on transitions that need action only",
                            "P-029, P-070",
                            "Event-driven notification, scenario 4"),
                    risk(
                            "isolation",
                            "people can feel alone and know less of each other's work",
                            "ask for satisfaction each week; a short time together when it falls",
                            "P-004, P-070",
                            "Step 6, scenario 4"),
                    risk(
                            "attention",
                            "few meetings, and more writing, reading and looking for updates",
                            "plan time for it, and for setting up tools and conventions",
                            "P-059, N-20",
                            "Model C, mechanics"));

    private Statements() {}

    static List<Statement> risks(ProductionModel model, Situation situation) {
        List<Statement> risks = new ArrayList<>();
        switch (model) {
            case A -> risks.addAll(RISKS_OF_A);
            case B -> {
                if (Practices.meets(situation)) {
                    risks.addAll(RISKS_OF_MEETINGS);
                }
                risks.add(CONFUSED_VERSIONS);
            }
            case C -> {
                if (!situation.current().isIn(ProductionModel.C)) {
                    risks.add(TWO_WEEK_DIP);
                }
                risks.addAll(RISKS_OF_C);
            }
        }
        return risks;
    }

    static List<Statement> warnings(Situation situation) {
        List<Statement> warnings = new ArrayList<>();
        if (Exceptions.meetingsAreTooMuch(situation)) {
            warnings.add(
                    risk(
                            "meetings-report",
                            "meetings report status or are long",
                            "time-box them and keep them for decisions; status goes out in writing",
                            "P-002, P-068",
                            "Scenario 2"));
        }
        if (situation.current().contextLost().orElse(false)) {
            warnings.add(
                    risk(
                            "context-lost",
                            "the reasons behind assets are lost on the way",
                            "a field for context notes in each handoff",
                            "P-035",
                            "Common failure points"));
        }
        if (situation.current().versionConfusion().orElse(false)) {
            warnings.add(
                    risk(
                            "version-confusion",
                            "people work on wrong versions",
                            "switch version history on before anything else changes",
                            "P-043, P-044",
                            "Asynchronous mechanics, step 4"));
        }
        situation
                .target()
                .withinWeeks()
                .filter(weeks -> weeks < SHORTEST_TRANSITION_WEEKS)
                .map(
                        weeks ->
                                risk(
                                        "too-fast",
                                        "%d weeks are less than the four to eight that a change takes"
                                                .formatted(weeks),
                                        "pilot first, then go on in phases",
                                        "P-071, P-080, N-04",
                                        "Step-by-step guide"))
                .ifPresent(warnings::add);
        return warnings;
    }

    /** What happened to others; no promise. */
    static List<Statement> precedents(ProductionModel model) {
        return switch (model) {
            case A ->
                    List.of(
                            precedent(
                                    "small-nonprofit",
                                    "a small nonprofit with a monthly newsletter and one social"
                                            + " post works well in A",
                                    "P-056",
                                    "Model A"));
            case B ->
                    List.of(
                            precedent(
                                    "brand-team",
                                    "a brand team of twelve with five channels came from ten days"
                                            + " per asset to six",
                                    "P-068",
                                    "Scenario 2"),
                            precedent(
                                    "startup",
                                    "three part-timers with three channels came from five days per"
                                            + " asset to three, without a new tool",
                                    "P-069",
                                    "Scenario 3"));
            case C ->
                    List.of(
                            precedent(
                                    "social-team",
                                    "a social media team of six came from 36 hours to 18",
                                    "P-066",
                                    "Scenario 1"),
                            precedent(
                                    "agency-launch",
                                    "an agency came from eight days to three over six channels,"
                                            + " after two chaotic weeks",
                                    "P-060",
                                    "Model C"),
                            precedent(
                                    "agency-of-twenty",
                                    "an agency of twenty needed a daily stand-up and fewer alerts"
                                            + " after three months",
                                    "P-070",
                                    "Scenario 4"));
        };
    }

    private static Statement risk(
            String id, String text, String mitigation, String rules, String passage) {
        return new Statement(id, text, mitigation, new Source(rules, passage));
    }

    private static Statement precedent(String id, String text, String rules, String passage) {
        return new Statement(id, text, "", new Source(rules, passage));
    }
}
