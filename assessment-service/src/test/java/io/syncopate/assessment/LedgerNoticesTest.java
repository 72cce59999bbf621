package io.syncopate.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.program.grpc.Contributed;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No criterion of the shipped model is there for nothing: with any one of them taken out, some test
 * of a rule of the ledger fails. The tests themselves are run again, as they are, over a model
 * without the criterion. First all of them are run over the model as it is: that says to which
 * answers of which test a criterion contributed, and so which tests could miss it.
 */
class LedgerNoticesTest {

    /**
     * With no listeners of the class path: what fails in here has been made to fail, and belongs in no
     * report.
     */
    private final Launcher launcher =
            LauncherFactory.create(
                    LauncherConfig.builder()
                            .enableTestExecutionListenerAutoRegistration(false)
                            .build());

    /**
     * A test, or a class that asks once for all of its tests.
     *
     * @param criteria that contributed to an answer that it was given
     */
    private record Asked(String id, String name, Set<String> criteria, long nanos) {}

    @Test
    void whenACriterionIsMissing() {
        List<Asked> asked = new ArrayList<>();
        classesWithRules().forEach(type -> asked.addAll(run(selectClass(type)).asked()));
        asked.sort(Comparator.comparing(Asked::nanos));
        assertThat(asked).as("tests of rules").hasSizeGreaterThan(50);

        DecisionModel shipped = ModelFixture.shipped();
        Map<String, String> missedBy = new LinkedHashMap<>();
        List<String> missedByNobody = new ArrayList<>();
        for (Criterion criterion : shipped.criteria()) {
            ModelFixture.inPlaceOfTheShipped(
                    shipped.without(criterion.id()),
                    () ->
                            asked.stream()
                                    .filter(each -> each.criteria().contains(criterion.id()))
                                    .filter(each -> !run(selectUniqueId(each.id())).isGreen())
                                    .findFirst()
                                    .ifPresentOrElse(
                                            by -> missedBy.put(criterion.id(), by.name()),
                                            () -> missedByNobody.add(criterion.id())));
        }
        assertThat(missedByNobody)
                .as("criteria that no test of a rule misses; the others are missed by %s", missedBy)
                .isEmpty();
    }

    private static List<Class<?>> classesWithRules() {
        return ReflectionSupport.findAllClassesInPackage(
                "io.syncopate.assessment.program.grpc",
                type ->
                        !AnnotationSupport.findAnnotatedMethods(
                                        type, Rule.class, HierarchyTraversalMode.TOP_DOWN)
                                .isEmpty(),
                name -> name.endsWith("Test"));
    }

    private Run run(DiscoverySelector selector) {
        var run = new Run();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selector)
                        .filters(EngineFilter.includeEngines("junit-jupiter"))
                        .build(),
                run);
        return run;
    }

    /** What became of some tests. */
    private static final class Run implements TestExecutionListener {

        private final Map<String, Long> begun = new HashMap<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        boolean isGreen() {
            assertThat(begun).as("what was run").isNotEmpty();
            return failed.isEmpty();
        }

        /** All that asked for answers; red without a reason would say nothing later. */
        List<Asked> asked() {
            assertThat(failed).as("tests that fail with the model as it is shipped").isEmpty();
            return asked;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                // What the class itself asked for before its first test is for all of them.
                keep(test.getParentId().orElse(""), "its class", 0);
            }
            begun.put(test.getUniqueId(), System.nanoTime());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.add(test.getUniqueId());
            }
            keep(
                    test.getUniqueId(),
                    test.getDisplayName(),
                    System.nanoTime() - begun.getOrDefault(test.getUniqueId(), 0L));
        }

        private void keep(String id, String name, long nanos) {
            Set<String> criteria = Contributed.sinceLastAsked();
            if (!criteria.isEmpty()) {
                // Of a class it is not known how long it takes: it comes last.
                asked.add(new Asked(id, name, criteria, nanos == 0 ? Long.MAX_VALUE : nanos));
            }
        }
    }
}
