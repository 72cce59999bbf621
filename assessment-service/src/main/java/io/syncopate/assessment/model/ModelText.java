package io.syncopate.assessment.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A model as somebody writes it: what can be saved, compared and checked, and is not compiled.
 *
 * @param guide the version of a shipped model that says the rest: advice, second components, kinds of
 *     activities
 */
public record ModelText(
        String displayName,
        List<Fact> facts,
        List<Criterion> criteria,
        List<Rule> rules,
        int nearTiePoints,
        int weightUncertainty,
        Guide guide) {

    public ModelText {
        facts = List.copyOf(facts);
        criteria = List.copyOf(criteria);
        rules = List.copyOf(rules);
    }

    /** A shipped model; it goes on with its own advice. */
    public static ModelText of(DecisionModel shipped) {
        return new ModelText(
                shipped.displayName(),
                shipped.facts().stream()
                        .map(fact -> new Fact(fact.path(), fact.question(), fact.ladder()))
                        .toList(),
                shipped.criteria().stream().map(Criterion::of).toList(),
                shipped.feasibility().stream().map(Rule::of).toList(),
                shipped.nearTiePoints(),
                shipped.weightUncertainty(),
                new Guide(shipped.id(), shipped.version()));
    }

    public ModelText named(String name) {
        return new ModelText(name, facts, criteria, rules, nearTiePoints, weightUncertainty, guide);
    }

    /** Hex SHA-256 of what a version of a model says, its guide included. */
    String hash(String id, int version, String guideHash) {
        var canonical = new Canonical();
        canonical.add(id, version, guideHash, displayName, nearTiePoints, weightUncertainty);
        facts.forEach(fact -> canonical.add("fact", fact.path, fact.question).list(fact.ladder));
        for (Criterion each : criteria) {
            canonical.add("criterion", each.id, each.step, each.expression);
            canonical.add(
                    each.points.synchronous(), each.points.asynchronous(), each.points.blended());
            canonical.add(each.reason, each.source);
            new TreeMap<>(each.mitigations)
                    .forEach((workflow, texts) -> canonical.add(workflow).list(texts));
        }
        for (Rule each : rules) {
            canonical.add("rule", each.id, each.step, each.expression);
            canonical.list(List.copyOf(new TreeSet<>(each.blocks)));
            canonical.add(each.severity.map(Enum::name).orElse(""));
            canonical.add(each.missing, each.remedy, each.source);
        }
        return canonical.hash();
    }

    /** A version of a shipped model. */
    public record Guide(String id, int version) {
        @Override
        public String toString() {
            return "decisionModels/%s/versions/%d".formatted(id, version);
        }
    }

    /**
     * A fact to ask for.
     *
     * @param ladder empty where the fact's own values are meant
     */
    public record Fact(String path, String question, List<String> ladder) {
        public Fact {
            ladder = List.copyOf(ladder);
        }
    }

    /** Points at degree 1; not yet checked. */
    public record Points(int synchronous, int asynchronous, int blended) {}

    /** A criterion, its expression as text. */
    public record Criterion(
            String id,
            int step,
            String expression,
            Points points,
            String reason,
            Map<Workflow, List<String>> mitigations,
            String source) {
        public Criterion {
            mitigations = Map.copyOf(mitigations);
        }

        static Criterion of(io.syncopate.assessment.model.Criterion shipped) {
            Evidence evidence = shipped.evidence();
            return new Criterion(
                    shipped.id(),
                    shipped.step().number(),
                    shipped.when().text(),
                    new Points(evidence.synchronous(), evidence.asynchronous(), evidence.blended()),
                    shipped.reason(),
                    shipped.mitigations(),
                    shipped.source().text());
        }
    }

    /**
     * A feasibility rule, its expression as text.
     *
     * @param severity empty when nobody said
     */
    public record Rule(
            String id,
            int step,
            String expression,
            Set<Workflow> blocks,
            Optional<FeasibilityRule.Severity> severity,
            String missing,
            String remedy,
            String source) {
        public Rule {
            blocks = Set.copyOf(blocks);
        }

        static Rule of(FeasibilityRule shipped) {
            return new Rule(
                    shipped.id(),
                    shipped.step().number(),
                    shipped.when().text(),
                    shipped.blocks(),
                    Optional.of(shipped.severity()),
                    shipped.gap(),
                    shipped.closing(),
                    shipped.source().text());
        }
    }

    /** Each value with its length, so that none can run into the next. */
    private static final class Canonical {
        private final StringBuilder text = new StringBuilder();

        Canonical add(Object... values) {
            for (Object value : values) {
                String each = value.toString();
                text.append(each.length()).append(':').append(each).append('\n');
            }
            return this;
        }

        String hash() {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        void list(List<?> values) {
            add(values.size());
            values.forEach(this::add);
        }
    }
}
