package io.syncopate.asset.advisor;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about a team and its work; what is empty was not stated. */
public record Situation(
        Team team,
        Work work,
        Deadlines deadlines,
        Tooling tooling,
        Current current,
        Target target) {

    /**
     * @param partTime whether most are there for a part of the week only
     * @param roles people by role
     * @param champion whether somebody keeps documentation and standards
     * @param conventions whether names and definitions of done are agreed
     */
    public record Team(
            Optional<Integer> size,
            Optional<Boolean> partTime,
            Map<String, Integer> roles,
            Optional<Level> discipline,
            Optional<Boolean> champion,
            Optional<Boolean> conventions) {

        public Team {
            roles = Map.copyOf(roles);
        }

        /** As stated, else the sum over the roles. */
        public Optional<Integer> people() {
            int byRole = roles.values().stream().mapToInt(Integer::intValue).sum();
            return size.or(() -> Optional.of(byRole).filter(sum -> sum > 0));
        }
    }

    /**
     * @param channels over all clients
     * @param stakeholders the most people in one handoff
     */
    public record Work(
            Optional<Integer> channels,
            Optional<Integer> clients,
            Optional<Level> volume,
            Optional<Boolean> simultaneousLaunch,
            Optional<Coupling> coupling,
            List<Pair> pairs,
            Optional<Level> brandConsistency,
            Optional<Integer> stakeholders,
            Optional<Boolean> jointDecision) {

        public Work {
            pairs = List.copyOf(pairs);
        }

        /** Whether some results shape each other; false also when nothing was stated. */
        public boolean hasCoupledWork() {
            return !pairs.isEmpty()
                    || coupling.filter(how -> how == Coupling.HIGH || how == Coupling.MIXED)
                            .isPresent();
        }

        /** More than three stakeholders, or a joint decision at any number (N-07). */
        public boolean needsMeeting() {
            return stakeholders.filter(many -> many > 3).isPresent() || jointDecision.orElse(false);
        }
    }

    /** How much steps decide each other; MIXED: some closely, the rest not at all. */
    public enum Coupling {
        LOW,
        MEDIUM,
        HIGH,
        MIXED
    }

    /** Two whose results shape each other. */
    public record Pair(String a, String b) {}

    /**
     * Hours are by the clock, times of day by the one of who reviews.
     *
     * @param urgentBreaksAt the worst time for it
     * @param reviewerBackAt the first after that, on the same day or the next
     */
    public record Deadlines(
            Optional<Double> turnaroundHours,
            Optional<Boolean> urgentRequests,
            Optional<Double> urgentWithinHours,
            Optional<Double> urgentPerMonth,
            Optional<LocalTime> urgentBreaksAt,
            Optional<LocalTime> reviewerBackAt) {

        /** Stated outright, or by how soon, how often or when. */
        public Optional<Boolean> hasUrgentWork() {
            return urgentRequests
                    .or(() -> urgentPerMonth.map(often -> often > 0))
                    .or(() -> urgentWithinHours.map(_ -> true))
                    .or(() -> urgentBreaksAt.map(_ -> true));
        }

        /** When what breaks finds no reviewer; empty unless both ends are stated. */
        Optional<ReviewerAway> reviewerAway() {
            return urgentBreaksAt.flatMap(
                    broken -> reviewerBackAt.map(back -> new ReviewerAway(broken, back)));
        }

        Optional<Duration> urgentWithin() {
            return urgentWithinHours.map(hours -> Duration.ofMinutes(Math.round(hours * 60)));
        }
    }

    /** From when something breaks until the reviewer is back, on the same day or the next. */
    record ReviewerAway(LocalTime brokenAt, LocalTime backAt) {

        /** How long what breaks waits where nobody is on call. */
        Duration length() {
            Duration sameDay = Duration.between(brokenAt, backAt);
            return sameDay.isNegative() ? sameDay.plusDays(1) : sameDay;
        }
    }

    /**
     * @param parts empty when not stated
     */
    public record Tooling(Set<ToolPart> parts, Optional<Budget> budget) {

        public Tooling {
            parts = Set.copyOf(parts);
        }
    }

    /** What may be spent on tools. */
    public enum Budget {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * @param bottleneck the role or person that work waits for
     */
    public record Current(
            Optional<ProductionModel> model,
            Optional<Double> cycleDays,
            Optional<Double> cycleDaysBefore,
            Optional<Double> reviewWaitDays,
            Optional<String> bottleneck,
            Optional<Double> monthsInModel,
            Optional<Trend> satisfaction,
            Optional<Boolean> unassignedItems,
            Optional<Boolean> alertsPerComment,
            Optional<Double> meetingsPerWeek,
            Optional<Integer> meetingMinutes,
            Optional<Agenda> agenda,
            Optional<Boolean> contextLost,
            Optional<Boolean> versionConfusion) {

        public boolean isIn(ProductionModel candidate) {
            return model.filter(candidate::equals).isPresent();
        }

        /** Work waits for one: somebody is named, or a review takes a day or more. */
        public boolean waitsForReview() {
            return bottleneck.isPresent() || reviewWaitDays.filter(days -> days >= 1).isPresent();
        }

        /** The meetings tell where things stand, at least in part. */
        public boolean reportsStatus() {
            return agenda.filter(about -> about != Agenda.DECISIONS).isPresent();
        }

        public boolean satisfactionFalls() {
            return satisfaction.filter(Trend.FALLING::equals).isPresent();
        }
    }

    public enum Trend {
        RISING,
        STEADY,
        FALLING
    }

    /** What meetings are about. */
    public enum Agenda {
        DECISIONS,
        STATUS,
        MIXED
    }

    /** What the team asks for; it changes no score. */
    public record Target(Optional<ProductionModel> model, Optional<Integer> withinWeeks) {}
}
