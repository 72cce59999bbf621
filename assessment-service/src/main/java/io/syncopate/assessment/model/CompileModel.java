package io.syncopate.assessment.model;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes models that can score out of what people write. */
public final class CompileModel {

    /** Of the models in use; one of some hundred expressions takes about a megabyte. */
    private static final int KEPT = 32;

    private final Expressions expressions;
    private final DecisionModels shipped;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, DecisionModel> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, DecisionModel> eldest) {
                    return size() > KEPT;
                }
            };

    public CompileModel(Expressions expressions, DecisionModels shipped) {
        this.expressions = expressions;
        this.shipped = shipped;
    }

    /**
     * Looks for everything that is wrong. It computes for up to some seconds.
     *
     * @param at where the model stands in the request, for the paths of what is wrong
     * @throws InvalidException naming each field at fault; of an expression with line and column
     */
    public DecisionModel checked(String at, String id, int version, ModelText text) {
        DecisionModel guide = guide(text);
        Set<String> taken =
                Stream.concat(
                                guide.advice().stream().map(Advice::id),
                                guide.secondaries().stream().map(Secondary::id))
                        .collect(Collectors.toSet());
        List<Violation> violations = new ModelReview(expressions, at, text, taken).violations();
        if (!violations.isEmpty()) {
            throw new InvalidException(violations);
        }
        return compiled(id, version, text);
    }

    /** Of what was checked when it was saved. */
    public DecisionModel compiled(String id, int version, ModelText text) {
        DecisionModel guide = guide(text);
        String hash = text.hash(id, version, guide.hash());
        DecisionModel known = known(hash);
        if (known != null) {
            return known;
        }
        DecisionModel model = compile(id, version, text, guide, hash);
        lock.lock();
        try {
            DecisionModel other = kept.putIfAbsent(hash, model);
            return other == null ? model : other;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable DecisionModel known(String hash) {
        lock.lock();
        try {
            return kept.get(hash);
        } finally {
            lock.unlock();
        }
    }

    /** What the receipt of an answer names. */
    public String hash(SavedModel saved) {
        return saved.text().hash(saved.model(), saved.version(), guide(saved.text()).hash());
    }

    private DecisionModel guide(ModelText text) {
        ModelText.Guide guide = text.guide();
        return shipped.find(guide.id(), guide.version())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the service has no " + guide + " any more"));
    }

    private DecisionModel compile(
            String id, int version, ModelText text, DecisionModel guide, String hash) {
        return new DecisionModel(
                id,
                text.displayName(),
                version,
                text.facts().stream()
                        .map(fact -> new ModelFact(fact.path(), fact.question(), Ladders.of(fact)))
                        .toList(),
                text.criteria().stream().map(this::criterion).toList(),
                text.rules().stream().map(this::rule).toList(),
                guide.advice(),
                guide.secondaries(),
                guide.kinds(),
                text.nearTiePoints(),
                text.weightUncertainty(),
                guide.guidance(),
                hash);
    }

    private Criterion criterion(ModelText.Criterion criterion) {
        ModelText.Points points = criterion.points();
        return new Criterion(
                criterion.id(),
                Step.numbered(criterion.step()).orElseThrow(),
                expressions.compile(criterion.expression()),
                new Evidence(points.synchronous(), points.asynchronous(), points.blended()),
                criterion.reason(),
                criterion.mitigations(),
                Source.parse(criterion.source()));
    }

    private FeasibilityRule rule(ModelText.Rule rule) {
        return new FeasibilityRule(
                rule.id(),
                Step.numbered(rule.step()).orElseThrow(),
                expressions.compile(rule.expression()),
                rule.blocks(),
                rule.severity().orElseThrow(),
                rule.missing(),
                rule.remedy(),
                Source.parse(rule.source()));
    }
}
