package io.syncopate.asset.advisor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the criteria ask for, with its weight in the confidence and the question that states it. */
public enum Fact {
    TEAM_SIZE(
            "team.size",
            12,
            "How many people work on it?",
            situation -> situation.team().people().isPresent()),
    PART_TIME(
            "team.part_time",
            3,
            "Are most of them there for a part of the week only?",
            situation -> situation.team().partTime().isPresent()),
    DISCIPLINE(
            "team.documentation_discipline",
            10,
            "How reliably do they write down what others need?",
            situation -> situation.team().discipline().isPresent()),
    CHAMPION(
            "team.workflow_champion",
            5,
            "Does somebody keep the workflow's documentation and standards?",
            situation -> situation.team().champion().isPresent()),
    CONVENTIONS(
            "team.conventions_in_place",
            3,
            "Are names of files and definitions of done agreed?",
            situation -> situation.team().conventions().isPresent()),
    CHANNELS(
            "work.channels",
            14,
            "Over how many channels does the work go out?",
            situation -> situation.work().channels().isPresent()),
    VOLUME(
            "work.volume",
            6,
            "How much is made?",
            situation -> situation.work().volume().isPresent()),
    SIMULTANEOUS_LAUNCH(
            "work.simultaneous_launch",
            5,
            "Do all channels of a campaign go out together?",
            situation -> situation.work().simultaneousLaunch().isPresent()),
    COUPLING(
            "work.coupling",
            10,
            "How much does the result of one step decide another one?",
            situation ->
                    situation.work().coupling().isPresent() || !situation.work().pairs().isEmpty()),
    BRAND_CONSISTENCY(
            "work.brand_consistency",
            4,
            "How strictly does everything have to look like one?",
            situation -> situation.work().brandConsistency().isPresent()),
    STAKEHOLDERS(
            "work.stakeholders_per_handoff",
            4,
            "How many people take part in the largest handoff?",
            situation -> situation.work().stakeholders().isPresent()),
    JOINT_DECISION(
            "work.joint_decision_needed",
            4,
            "Does a handoff need a decision that several people take at once?",
            situation -> situation.work().jointDecision().isPresent()),
    TURNAROUND(
            "deadlines.target_turnaround_hours",
            8,
            "Within how many hours shall an asset be approved?",
            situation -> situation.deadlines().turnaroundHours().isPresent()),
    URGENT(
            "deadlines.urgent_requests",
            3,
            "Is there work that cannot wait its turn?",
            situation -> situation.deadlines().hasUrgentWork().isPresent()),
    TOOL_PARTS(
            "tooling.parts",
            9,
            "Which tools are there?",
            situation -> !situation.tooling().parts().isEmpty());

    private static final int TOTAL = Arrays.stream(values()).mapToInt(fact -> fact.weight).sum();

    private final String path;
    private final int weight;
    private final String question;
    private final Predicate<Situation> stated;

    Fact(String path, int weight, String question, Predicate<Situation> stated) {
        this.path = path;
        this.weight = weight;
        this.question = question;
        this.stated = stated;
    }

    public String path() {
        return path;
    }

    public String question() {
        return question;
    }

    /** Its share of the weight of all facts, in percent, rounded down. */
    public int weightPercent() {
        return weight * 100 / TOTAL;
    }

    static List<Fact> missingIn(Situation situation) {
        return Arrays.stream(values())
                .filter(fact -> !fact.stated.test(situation))
                .sorted(Comparator.comparingInt((Fact fact) -> fact.weight).reversed())
                .toList();
    }

    /** Weight of what is stated in the weight of all, in percent, rounded down. */
    static int percentStated(Situation situation) {
        int missing = missingIn(situation).stream().mapToInt(fact -> fact.weight).sum();
        return (TOTAL - missing) * 100 / TOTAL;
    }
}
