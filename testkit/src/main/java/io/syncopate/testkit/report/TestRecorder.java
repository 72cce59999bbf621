package io.syncopate.testkit.report;

import io.syncopate.testkit.Rule;
import io.syncopate.testkit.report.TestRecord.Result;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records each test of a module in {@code target/test-records}, one file per test class. Found by the
 * JUnit platform itself, so that no test can forget it.
 */
public final class TestRecorder implements TestExecutionListener {

    private static final Pattern STORE = Pattern.compile("\\b(EMBEDDED|MONGOD|DOCKER)\\b");
    private static final String KIND_TAG = "kind:";

    private final Path directory =
            Path.of(System.getProperty("basedir", "."), "target", "test-records");
    private final Set<String> begun = new HashSet<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean aContainerFailed =
                test.isContainer() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (test.isTest() || aContainerFailed) {
            String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
            switch (result.getStatus()) {
                case SUCCESSFUL -> record(test, Result.PASSED, "");
                case ABORTED -> record(test, Result.SKIPPED, reason);
                case FAILED -> record(test, Result.FAILED, "");
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, Result.SKIPPED, reason);
    }

    private synchronized void record(TestIdentifier test, Result result, String reason) {
        Optional<Class<?>> type = classOf(test);
        if (type.isEmpty()) {
            return;
        }
        var rules = new ArrayList<String>();
        rulesOf(type.get(), rules);
        String name = test.getDisplayName();
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            name = method.getMethodName();
            rulesOf(method.getJavaMethod(), rules);
        }
        write(
                new TestRecord(
                        kindsOf(test, type.get()),
                        type.get().getName(),
                        name,
                        result,
                        reason,
                        rules.stream().distinct().toList()));
    }

    /** What its tags say, and the store that it runs on; without either, what its name says. */
    private List<String> kindsOf(TestIdentifier test, Class<?> type) {
        var kinds = new ArrayList<String>();
        storeOf(test).ifPresent(kinds::add);
        for (TestIdentifier at : withAncestors(test)) {
            at.getTags().stream()
                    .map(TestTag::getName)
                    .filter(tag -> tag.startsWith(KIND_TAG))
                    .map(tag -> tag.substring(KIND_TAG.length()))
                    .filter(kind -> !kinds.contains(kind))
                    .forEach(kinds::add);
        }
        return kinds.isEmpty() ? List.of(byName(type.getName())) : kinds;
    }

    /** What the name of a test class says; of a nested one, that of the outermost. */
    static String byName(String className) {
        return className.replaceFirst("\\$.*", "").endsWith("IT") ? "integration" : "plain";
    }

    /** The store stands in the display name of the invocation that runs a class or method on it. */
    private Optional<String> storeOf(TestIdentifier test) {
        return withAncestors(test).stream()
                .map(at -> STORE.matcher(at.getDisplayName()))
                .filter(Matcher::find)
                .map(store -> "store " + store.group(1))
                .findFirst();
    }

    private List<TestIdentifier> withAncestors(TestIdentifier test) {
        var path = new ArrayList<TestIdentifier>();
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            TestIdentifier child = at.get();
            path.add(child);
            at = Optional.ofNullable(plan).flatMap(known -> known.getParent(child));
        }
        return path;
    }

    private static Optional<Class<?>> classOf(TestIdentifier test) {
        return switch (test.getSource().orElse(null)) {
            case MethodSource method -> Optional.of(method.getJavaClass());
            case ClassSource type -> Optional.of(type.getJavaClass());
            case null, default -> Optional.empty();
        };
    }

    private static void rulesOf(AnnotatedElement element, List<String> into) {
        Rule rule = element.getAnnotation(Rule.class);
        if (rule != null) {
            into.addAll(List.of(rule.value()));
        }
    }

    private void write(TestRecord record) {
        try {
            Path file = directory.resolve(record.type() + ".tsv");
            Files.createDirectories(directory);
            if (begun.add(record.type())) {
                Files.deleteIfExists(file);
            }
            Files.writeString(
                    file,
                    record.line() + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write test records below " + directory, e);
        }
    }
}
