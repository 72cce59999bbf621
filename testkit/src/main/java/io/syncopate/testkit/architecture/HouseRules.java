package io.syncopate.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rules, for the service whose packages start with {@code root}: {@code root.<feature>} is the
 * core of a feature, {@code root.<feature>.<technology>} an adapter of it, and {@code
 * root.shared.<technology>} what adapters of one technology share over features.
 */
public final class HouseRules {

    private static final String SHARED = ".shared.*";

    private static final Set<String> CLOCKS =
            Set.of(
                    "now",
                    "systemUTC",
                    "systemDefaultZone",
                    "system",
                    "tickMinutes",
                    "tickSeconds",
                    "tickMillis");

    private final String root;
    private final Set<String> technology;

    private HouseRules(String root, Set<String> technology) {
        this.root = root;
        this.technology = technology;
    }

    /**
     * Checks the main classes below {@code root}; throws an {@link AssertionError} that lists every
     * violation.
     *
     * @param technology names of packages of {@code root} that are no features: they may know
     *     frameworks, no core may know them, and every other rule holds for them too
     */
    public static void check(String root, String... technology) {
        JavaClasses classes = mainClasses(root);
        for (String name : technology) {
            if (!classes.containPackage(root + "." + name)) {
                throw new AssertionError(root + " has no package " + name);
            }
        }
        of(root, technology).all().forEach(rule -> rule.check(classes));
    }

    /**
     * As {@link #check}, for a module of plumbing: its packages are open to all services and made of
     * frameworks, so what keeps a core apart from its adapters says nothing about it.
     */
    public static void checkPlumbing(String root) {
        JavaClasses classes = mainClasses(root);
        of(root).ofPlumbing().forEach(rule -> rule.check(classes));
    }

    /**
     * As {@link #check}, for a module whose classes all stand in {@code root}: there are no features
     * to keep apart, and all that others may use of it is named.
     *
     * @param open simple names of the classes that are public
     */
    public static void checkFlat(String root, String... open) {
        JavaClasses classes = mainClasses(root);
        for (String name : open) {
            if (!classes.contain(root + "." + name)) {
                throw new AssertionError(root + " has no class " + name);
            }
        }
        of(root).ofFlat(open).forEach(rule -> rule.check(classes));
    }

    private static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    static HouseRules of(String root, String... technology) {
        return new HouseRules(root, Set.of(technology));
    }

    List<ArchRule> all() {
        return List.of(
                coresAreFree(),
                adaptersDoNotKnowEachOther(),
                adaptersStayInside(),
                sharedAdaptersAreShared(),
                featuresHaveNoCycles(),
                timeAndChanceAreInjected(),
                namesSayWhatThingsAre(),
                nothingIsInjectedIntoFields());
    }

    List<ArchRule> ofPlumbing() {
        return List.of(
                featuresHaveNoCycles(),
                timeAndChanceAreInjected(),
                namesSayWhatThingsAre(),
                nothingIsInjectedIntoFields());
    }

    List<ArchRule> ofFlat(String... open) {
        return List.of(
                isFlat(),
                onlyTheseAreOpen(Set.of(open)),
                timeAndChanceAreInjectedWhereAllIsFlat(),
                namesSayWhatThingsAre(),
                nothingIsInjectedIntoFields());
    }

    /** A package below it would escape the rules for a flat module. */
    ArchRule isFlat() {
        return classes()
                .that(resideInAPackage(root + ".."))
                .should()
                .resideInAPackage(root)
                .as("a flat module is one package");
    }

    ArchRule onlyTheseAreOpen(Set<String> open) {
        return classes()
                .that(resideInAPackage(root + ".."))
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .and(
                        not(
                                DescribedPredicate.describe(
                                        "are open", type -> open.contains(type.getSimpleName()))))
                .should()
                .notBePublic()
                .as("of a flat module only %s are public".formatted(new TreeSet<>(open)));
    }

    /** A core depends on the JDK, JSpecify, the kernel and other cores of its service. */
    ArchRule coresAreFree() {
        return classes()
                .that(areCore())
                .should()
                .onlyDependOnClassesThat(
                        areCore()
                                .or(
                                        resideInAnyPackage(
                                                "java..",
                                                "org.jspecify..",
                                                "io.syncopate.kernel..")))
                .as("a core knows only java.., JSpecify, the kernel and other cores");
    }

    /** Adapters of two technologies meet in the core, or not at all. */
    ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching(root + ".*.(*)..")
                .namingSlices("adapter $1")
                .should()
                .notDependOnEachOther()
                .as("adapters of different technologies do not know each other");
    }

    /** Nobody outside an adapter's package can name its classes; the core's port is the way in. */
    ArchRule adaptersStayInside() {
        return classes()
                .that(resideInAPackage(root + ".*.*"))
                .and()
                .resideOutsideOfPackage(root + SHARED)
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .notBePublic()
                .as("an adapter's classes are package-private");
    }

    /** What one feature needs is that feature's; a place for everything fills up with anything. */
    ArchRule sharedAdaptersAreShared() {
        return classes()
                .that(resideInAPackage(root + SHARED))
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should(serveSeveralFeatures())
                .allowEmptyShould(true)
                .as("what adapters share serves at least two features");
    }

    ArchRule featuresHaveNoCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("features have no cycles");
    }

    /** {@code Clock} and random source come from outside, so that a test can set them. */
    ArchRule timeAndChanceAreInjected() {
        // Where a service is put together the real clock comes in.
        return timeAndChanceAreInjected(
                resideInAPackage(root + ".*..")
                        .and(not(resideInAPackage(root + ".autoconfigure"))));
    }

    /** As above; a program is put together where it begins. */
    ArchRule timeAndChanceAreInjectedWhereAllIsFlat() {
        return timeAndChanceAreInjected(
                resideInAPackage(root + "..")
                        .and(
                                not(
                                        DescribedPredicate.describe(
                                                "begin a program", HouseRules::isProgram))));
    }

    private static ArchRule timeAndChanceAreInjected(DescribedPredicate<JavaClass> where) {
        return noClasses()
                .that(where)
                .should()
                .callMethodWhere(readsTheWallClock())
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(Math.class, "random")
                .as("time and chance are injected");
    }

    ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)$")
                .as("no class is an Impl, Manager, Helper or Util");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(root + ".."))
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .as("nothing is injected into a field");
    }

    private DescribedPredicate<JavaClass> areCore() {
        return resideInAPackage(root + ".*")
                .and(not(areTechnology()))
                .and(
                        not(
                                DescribedPredicate.describe(
                                        "are package-info", HouseRules::isPackageInfo)))
                .as("are the core of a feature");
    }

    private DescribedPredicate<JavaClass> areTechnology() {
        return resideInAnyPackage(
                technology.stream().map(name -> root + "." + name).toArray(String[]::new));
    }

    private ArchCondition<JavaClass> serveSeveralFeatures() {
        return new ArchCondition<>("serve at least two features") {
            @Override
            public void check(JavaClass shared, ConditionEvents events) {
                Set<String> features = new TreeSet<>();
                addServed(shared, features, new HashSet<>());
                events.add(
                        new SimpleConditionEvent(
                                shared,
                                features.size() > 1,
                                "%s serves %s".formatted(shared.getName(), features)));
            }
        };
    }

    /** Also through what is shared itself: a part of it serves whom the whole serves. */
    private void addServed(JavaClass shared, Set<String> features, Set<JavaClass> seen) {
        if (!seen.add(shared)) {
            return;
        }
        for (Dependency use : shared.getDirectDependenciesToSelf()) {
            JavaClass user = use.getOriginClass();
            if (feature(user).equals(feature(shared))) {
                addServed(user, features, seen);
            } else {
                features.add(feature(user));
            }
        }
    }

    private String feature(JavaClass type) {
        return type.getPackageName()
                .substring(root.length())
                .replaceFirst("^\\.", "")
                .split("\\.", 2)[0];
    }

    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return DescribedPredicate.describe(
                "reads the wall clock",
                call -> {
                    JavaClass owner = call.getTargetOwner();
                    String method = call.getName();
                    boolean withClock =
                            call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(Clock.class));
                    boolean javaTime =
                            owner.getPackageName().equals("java.time")
                                    && CLOCKS.contains(method)
                                    && !withClock;
                    boolean system =
                            owner.isEquivalentTo(System.class)
                                    && method.equals("currentTimeMillis");
                    return javaTime || system;
                });
    }
}
