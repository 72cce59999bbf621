package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seven steps. A step closes what it finds blocked; the journey (step 5) closes what scores
 * lower. So before step 5 only infeasibility closes anything, and what is closed stays closed. The
 * recommended workflow stays open even when everything is blocked: its gaps are named.
 */
final class Trace {

    private final Brief brief;
    private final Ranking ranking;
    private final boolean nearTie;
    private final List<Contribution> contributions;
    private final List<Gap> gaps;
    private final List<JourneyItem> journey;
    private final Set<Workflow> open = EnumSet.allOf(Workflow.class);

    private Trace(Brief brief, Choice choice, List<JourneyItem> journey) {
        this.brief = brief;
        this.ranking = choice.ranking();
        this.nearTie = choice.nearTie();
        this.contributions = choice.contributions();
        this.gaps = choice.gaps();
        this.journey = journey;
    }

    static List<TraceStep> of(Brief brief, Choice choice, List<JourneyItem> journey) {
        var trace = new Trace(brief, choice, journey);
        return Arrays.stream(Step.values()).map(trace::step).toList();
    }

    private TraceStep step(Step step) {
        List<TraceStep.Closed> closed = new ArrayList<>();
        for (Gap gap : gaps) {
            if (gap.step() == step
                    && gap.severity().blocks()
                    && gap.workflow() != ranking.recommended()
                    && open.remove(gap.workflow())) {
                closed.add(new TraceStep.Closed(gap.workflow(), gap.missing()));
            }
        }
        if (step == Step.JOURNEY) {
            closeLowerScores(closed);
        }
        return new TraceStep(step, findings(step), List.copyOf(open), closed);
    }

    private void closeLowerScores(List<TraceStep.Closed> closed) {
        for (Score score : ranking.scores()) {
            Workflow workflow = score.workflow();
            boolean tied = nearTie && ranking.runnerUp().filter(workflow::equals).isPresent();
            if (workflow != ranking.recommended() && !tied && open.remove(workflow)) {
                int behind = ranking.points(ranking.recommended()) - score.points();
                closed.add(
                        new TraceStep.Closed(
                                workflow,
                                "It scores %d points lower than %s."
                                        .formatted(behind, ranking.recommended())));
            }
        }
    }

    private List<String> findings(Step step) {
        var findings = new ArrayList<String>();
        switch (step) {
            case OBJECTIVE -> {
                findings.add("Objective: " + brief.objective());
                gaps.stream()
                        .filter(gap -> gap.step() == step && gap.severity() == Severity.RULED_OUT)
                        .map(gap -> "Essential: " + gap.closing())
                        .distinct()
                        .forEach(findings::add);
            }
            case AUDIENCE -> findings.add("Learner profile: " + profile());
            case CONTENT -> findings.add("The content needs: " + needs());
            case RESOURCES -> {
                if (gaps.stream().noneMatch(gap -> gap.step() == step)) {
                    findings.add("No gap is known in what there is to teach with.");
                }
            }
            case JOURNEY -> findings.add(journeyInWords());
            case PROTOTYPE ->
                    findings.add(
                            "Pilot for 14 days with a small representative group; ask about timing,"
                                + " engagement, cognitive load and technical issues, and decide on"
                                + " each adverse finding before the rollout.");
            case ITERATION ->
                    findings.add(
                            "Set targets before the launch; keep collecting completion, assessment"
                                    + " scores and satisfaction, and review after each cohort.");
        }
        contributions.stream()
                .filter(contribution -> contribution.step() == step)
                .map(Contribution::reason)
                .forEach(findings::add);
        gaps.stream()
                .filter(gap -> gap.step() == step)
                .map(gap -> "Gap for %s: %s".formatted(gap.workflow(), gap.missing()))
                .forEach(findings::add);
        return findings;
    }

    private String profile() {
        var profile = new ArrayList<String>();
        String prefix = "audience.";
        brief.stated()
                .forEach(
                        (fact, value) -> {
                            if (fact.path().startsWith(prefix)) {
                                profile.add(fact.path().substring(prefix.length()) + " " + value);
                            }
                        });
        brief.zones().forEach(zone -> profile.add("%d in %s".formatted(zone.people(), zone.id())));
        return profile.isEmpty() ? "nothing is stated." : String.join(", ", profile) + ".";
    }

    private String needs() {
        return Stream.of("demonstration", "practice_with_feedback", "discussion")
                .map(need -> need.replace('_', ' ') + " " + stated("content.needs_" + need))
                .collect(Collectors.joining(", ", "", "."));
    }

    private String stated(String flag) {
        return brief.flag(flag).map(needed -> needed ? "yes" : "no").orElse("not stated");
    }

    private String journeyInWords() {
        long live = journey.stream().filter(JourneyItem::live).count();
        return journey.isEmpty()
                ? "No activities are stated; the mapping awaits them."
                : "Live activities: %d, self-paced: %d.".formatted(live, journey.size() - live);
    }
}
