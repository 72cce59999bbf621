package io.syncopate.asset.pipeline;

import static io.syncopate.testkit.kernel.Callers.ACME;
import static io.syncopate.testkit.kernel.Callers.OTHER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class AvailablePipelinesTest {

    private final SettableClock clock = SettableClock.at("2026-05-04T09:00:00Z");
    private final AvailablePipelines pipelines =
            new AvailablePipelines(new InMemoryPipelines(clock));

    @Test
    void everyTenantHasTheShippedOne() {
        assertThat(pipelines.get(Reach.everything(ACME), "standard").value())
                .isEqualTo(StandardPipeline.get());
        assertThat(pipelines.list(Reach.everything(OTHER), PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("standard", "hybrid");
    }

    @Test
    void theShippedOneBecomesTheTenantsOwnWhenItIsChanged() {
        pipelines.update(command("update"), "standard", "v0", _ -> PipelineFixture.three());

        assertThat(pipelines.get(Reach.everything(ACME), "standard").value())
                .isEqualTo(PipelineFixture.three());
        assertThat(pipelines.get(Reach.everything(OTHER), "standard").value())
                .isEqualTo(StandardPipeline.get());
        assertThat(pipelines.list(Reach.everything(ACME), PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("hybrid", "standard");
        assertThatExceptionOfType(StaleEtagException.class)
                .as("the etag of the shipped one")
                .isThrownBy(() -> pipelines.update(command("update"), "standard", "v0", p -> p));
    }

    @Test
    void refusesTheIdOfAShippedOneForANewOne() {
        for (String id : List.of("standard", "hybrid")) {
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> create(id, PipelineFixture.three()));
        }
    }

    @Test
    void refusesAPageTokenThatIsNotOfThisList() {
        for (String token : List.of("shipped-", "shipped-x", "shipped--1")) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(
                            () ->
                                    pipelines.list(
                                            Reach.everything(ACME), new PageRequest(5, token)));
        }
    }

    @Test
    void aTenantMakesItsOwnAndNobodyElseSeesIt() {
        create("social", PipelineFixture.three());
        assertThat(pipelines.get(Reach.everything(ACME), "social").value())
                .isEqualTo(PipelineFixture.three());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> pipelines.get(Reach.everything(OTHER), "social"));
    }

    @Test
    void listsEachOnceWhateverThePageSize() {
        for (int i = 0; i < 4; i++) {
            create("own-" + i, PipelineFixture.three());
            clock.advance(Duration.ofSeconds(1));
        }
        for (int size = 1; size <= 7; size++) {
            assertThat(idsInPagesOf(size))
                    .as("pages of %d", size)
                    .containsExactly("standard", "hybrid", "own-0", "own-1", "own-2", "own-3");
        }
    }

    private List<String> idsInPagesOf(int size) {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            Page<Versioned<Pipeline>> page =
                    pipelines.list(Reach.everything(ACME), new PageRequest(size, token));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            page.items().forEach(item -> ids.add(item.id()));
            token = page.nextToken();
        } while (!token.isEmpty());
        return ids;
    }

    private void create(String id, Pipeline pipeline) {
        Command by = command("create");
        pipelines.create(by, Ownership.of(by.by()), id, pipeline);
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }
}
