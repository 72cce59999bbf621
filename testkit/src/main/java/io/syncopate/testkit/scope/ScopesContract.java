package io.syncopate.testkit.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Every method of a service, by a right over one's own, one's team's and the tenant's things: what
 * the right does not reach is not there.
 *
 * @param <T> the names of things that one person made, enough to try every method on
 */
public abstract class ScopesContract<T> {

    /** Those of the service, each method of which has to be named here. */
    protected abstract List<ServiceDescriptor> services();

    /** By a method's name a call on things; each is made on things of their own. */
    protected abstract Map<String, BiConsumer<Caller, T>> calls();

    /** By a method's name what it lists. */
    protected abstract Map<String, Listing<T>> listings();

    /** Methods that are about nothing that is stored already. */
    protected abstract Set<String> aboutNothingOfAnybodys();

    protected abstract T made(Caller owner);

    /**
     * @param shown names that the caller is shown
     * @param among names that it shows of these things, to whom they are shown
     */
    public record Listing<T>(
            Function<Caller, ? extends Collection<String>> shown,
            Function<T, ? extends Collection<String>> among) {}

    @ParameterizedTest
    @EnumSource
    void showsAndChangesWhatTheRightReaches(Whose whose) {
        for (Scope scope : Scope.values()) {
            calls().forEach((method, call) -> assertReach(whose, scope, method, call));
        }
    }

    private void assertReach(Whose whose, Scope scope, String method, BiConsumer<Caller, T> call) {
        T things = made(whose.owner());
        String what = "%s of %s by %s".formatted(method, whose, scope);
        if (whose.isSeenBy(scope)) {
            assertThatCode(() -> call.accept(Whose.mia(scope), things))
                    .as(what)
                    .doesNotThrowAnyException();
        } else {
            assertThatCode(() -> call.accept(Whose.mia(scope), things))
                    .as(what)
                    .extracting(Status::fromThrowable)
                    .extracting(Status::getCode)
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsWhatTheRightReaches(Scope scope) {
        var reached = new ArrayList<T>();
        for (Whose whose : Whose.values()) {
            T things = made(whose.owner());
            if (whose.isSeenBy(scope)) {
                reached.add(things);
            }
        }
        listings()
                .forEach(
                        (method, listing) ->
                                assertThat(listing.shown().apply(Whose.mia(scope)))
                                        .as("%s by %s", method, scope)
                                        .containsExactlyInAnyOrderElementsOf(
                                                reached.stream()
                                                        .<String>flatMap(
                                                                things ->
                                                                        listing
                                                                                .among()
                                                                                .apply(things)
                                                                                .stream())
                                                        .toList()));
    }

    @Test
    void everyMethodIsTriedOrAboutNothingOfAnybodys() {
        var tried = new TreeSet<>(calls().keySet());
        tried.addAll(listings().keySet());
        tried.addAll(aboutNothingOfAnybodys());
        assertThat(
                        services().stream()
                                .flatMap(service -> service.getMethods().stream())
                                .map(method -> method.getBareMethodName()))
                .containsExactlyInAnyOrderElementsOf(tried);
    }
}
