package io.syncopate.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Each rule is seen red once, on a service that breaks it, and green on one that keeps them all. */
class HouseRulesTest {

    private static final String FIXTURES = "io.syncopate.testkit.architecture.fixture.";

    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    @Test
    void acceptsAServiceThatKeepsThemAll() {
        HouseRules rules = HouseRules.of(FIXTURES + "clean");
        for (ArchRule rule : rules.all()) {
            assertThatCode(() -> rule.check(classesOf("clean"))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "framework, CORES",
        "adapters, ADAPTERS",
        "adapters, INSIDE",
        "lonely, SHARED",
        "cycle, CYCLES",
        "clock, TIME",
        "chance, TIME",
        "naming, NAMES",
        "injection, FIELDS"
    })
    void refusesAServiceThatBreaksOne(String fixture, Broken broken) {
        EvaluationResult result =
                broken.rule
                        .apply(HouseRules.of(FIXTURES + fixture))
                        .allowEmptyShould(false)
                        .evaluate(classesOf(fixture));
        assertThat(result.hasViolation()).isTrue();
    }

    /** A rule of several alternatives is red for each: every method of the fixture is named. */
    @ParameterizedTest
    @ValueSource(strings = {"clock", "chance"})
    void seesEachWayToReadTheTimeAndToThrowDice(String fixture) {
        assertThat(order(fixture).getMethods())
                .isNotEmpty()
                .allSatisfy(
                        method ->
                                assertThat(violations(Broken.TIME, fixture))
                                        .contains(method.getFullName()));
    }

    @Test
    void seesEachWayToInjectIntoAField() {
        assertThat(order("injection").getFields())
                .hasSize(2)
                .allSatisfy(
                        field ->
                                assertThat(violations(Broken.FIELDS, "injection"))
                                        .contains(field.getFullName()));
    }

    @Test
    void acceptsTechnologyThatIsNamedAsSuch() {
        assertThat(violations(HouseRules.of(FIXTURES + "technology", "web"), "technology"))
                .isFalse();
        assertThat(violations(HouseRules.of(FIXTURES + "technology"), "technology"))
                .as("a framework in what is not named")
                .isTrue();
    }

    @Test
    void refusesACoreThatKnowsTechnologyOfItsOwnService() {
        assertThat(violations(HouseRules.of(FIXTURES + "downward", "web"), "downward")).isTrue();
    }

    @Test
    void refusesTechnologyThatIsNotThere() {
        assertThatThrownBy(() -> HouseRules.check("io.syncopate.testkit.architecture", "nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no package nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle", "clock", "chance", "naming", "injection"})
    void refusesPlumbingThatBreaksOne(String fixture) {
        assertThat(HouseRules.of(FIXTURES + fixture).ofPlumbing())
                .filteredOn(
                        rule ->
                                rule.allowEmptyShould(true)
                                        .evaluate(classesOf(fixture))
                                        .hasViolation())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "framework", "adapters"})
    void letsPlumbingKnowFrameworks(String fixture) {
        for (ArchRule rule : HouseRules.of(FIXTURES + fixture).ofPlumbing()) {
            assertThatCode(() -> rule.allowEmptyShould(true).check(classesOf(fixture)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void acceptsAFlatModuleThatKeepsThemAll() {
        for (ArchRule rule : HouseRules.of(FIXTURES + "flat").ofFlat("Orders")) {
            assertThatCode(() -> rule.allowEmptyShould(true).check(classesOf("flat")))
                    .doesNotThrowAnyException();
        }
    }

    /** Seen from their package, which is flat, those that break a rule of services break it here too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"clock.order", "chance.order", "naming.order", "injection.order", "cycle"})
    void refusesAFlatModuleThatBreaksOne(String fixture) {
        assertThat(HouseRules.of(FIXTURES + fixture).ofFlat("Order", "OrderManager", "Invoice"))
                .filteredOn(
                        rule ->
                                rule.allowEmptyShould(true)
                                        .evaluate(classesOf(fixture))
                                        .hasViolation())
                .hasSize(1);
    }

    @Test
    void refusesAFlatModuleThatIsOpenWhereItDoesNotSaySo() {
        assertThat(
                        HouseRules.of(FIXTURES + "flat")
                                .onlyTheseAreOpen(Set.of())
                                .evaluate(classesOf("flat"))
                                .getFailureReport()
                                .toString())
                .contains("flat.Orders")
                .doesNotContain("flat.Start");
    }

    @Test
    void refusesAnOpenClassThatIsNotThere() {
        assertThatThrownBy(() -> HouseRules.checkFlat("io.syncopate.store", "Nothing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no class Nothing");
    }

    private static boolean violations(HouseRules rules, String fixture) {
        return rules.coresAreFree()
                .allowEmptyShould(false)
                .evaluate(classesOf(fixture))
                .hasViolation();
    }

    private static String violations(Broken broken, String fixture) {
        return broken.rule
                .apply(HouseRules.of(FIXTURES + fixture))
                .evaluate(classesOf(fixture))
                .getFailureReport()
                .toString();
    }

    private static JavaClass order(String fixture) {
        return classesOf(fixture).get(FIXTURES + fixture + ".order.Order");
    }

    /** Read once: rules only look at them. */
    private static JavaClasses classesOf(String fixture) {
        return IMPORTED.computeIfAbsent(
                fixture, name -> new ClassFileImporter().importPackages(FIXTURES + name));
    }

    enum Broken {
        CORES(HouseRules::coresAreFree),
        ADAPTERS(HouseRules::adaptersDoNotKnowEachOther),
        INSIDE(HouseRules::adaptersStayInside),
        SHARED(HouseRules::sharedAdaptersAreShared),
        CYCLES(HouseRules::featuresHaveNoCycles),
        TIME(HouseRules::timeAndChanceAreInjected),
        NAMES(HouseRules::namesSayWhatThingsAre),
        FIELDS(HouseRules::nothingIsInjectedIntoFields);

        private final Function<HouseRules, ArchRule> rule;

        Broken(Function<HouseRules, ArchRule> rule) {
            this.rule = rule;
        }
    }
}
