package io.syncopate.testkit.store;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Gives each test method a database on one kind of store, or skips it when there is no such store. */
final class TestStoreExtension
        implements ExecutionCondition,
                ParameterResolver,
                TestInstantiationAwareExtension,
                AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(TestStoreExtension.class);
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final String PROCESS = Long.toString(ProcessHandle.current().pid(), 36);

    private final StoreKind kind;

    TestStoreExtension(StoreKind kind) {
        this.kind = kind;
    }

    /** Constructors too get the store of the test method that they are called for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(
            ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return switch (Servers.get(kind)) {
            case Availability.Here here -> ConditionEvaluationResult.enabled(here.server().uri());
            case Availability.Missing missing -> {
                kind.part()
                        .ifPresent(part -> part.acceptAbsence(System.getenv(), missing.reason()));
                yield ConditionEvaluationResult.disabled(missing.reason());
            }
        };
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestStore.class || type == SharedOnStore.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new IllegalStateException(
                    "A store is for test methods; take it there, in the constructor or in a"
                            + " @BeforeEach method");
        }
        if (parameter.getParameter().getType() == SharedOnStore.class) {
            ExtensionContext oneStore = context.getParent().orElseThrow();
            return new SharedOnStore(oneStore, () -> store(oneStore, SharedOnStore.class));
        }
        return store(context, TestStore.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (Servers.get(kind) instanceof Availability.Here(Server server)) {
            ExtensionContext.Store opened = context.getStore(NAMESPACE);
            Stream.of(TestStore.class, SharedOnStore.class)
                    .map(use -> opened.get(use, Dropping.class))
                    .filter(Objects::nonNull)
                    .forEach(each -> requireShardKeys(server.guard(), each.store().databaseName()));
        }
    }

    private static void requireShardKeys(ShardKeyGuard guard, String database) {
        List<String> seen = guard.seenIn(database);
        if (!seen.isEmpty()) {
            throw new AssertionError(
                    "expected tenant and lane, or the tenant in a list, or the comment 'all"
                            + " tenants': "
                            + String.join("; ", seen));
        }
    }

    private TestStore store(ExtensionContext context, Class<?> use) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(use, ignored -> new Dropping(open()), Dropping.class)
                .store();
    }

    private TestStore open() {
        return switch (Servers.get(kind)) {
            case Availability.Here(Server server) ->
                    new TestStore(
                            kind,
                            server.uri(),
                            server.client(),
                            server.unguarded(),
                            "t" + PROCESS + "_" + NUMBER.incrementAndGet());
            case Availability.Missing missing -> throw new IllegalStateException(missing.reason());
        };
    }

    /** JUnit closes it after the test method, or after the last of those that share it; databases named after it, as an application makes them, go too. */
    private record Dropping(TestStore store) implements AutoCloseable {

        @Override
        public void close() {
            String name = store.databaseName();
            for (String database : store.client().listDatabaseNames()) {
                if (database.equals(name) || database.startsWith(name + "_")) {
                    store.client().getDatabase(database).drop();
                }
            }
        }
    }
}
