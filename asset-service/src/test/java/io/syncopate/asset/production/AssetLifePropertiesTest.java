package io.syncopate.asset.production;

import static io.syncopate.asset.pipeline.PipelineFixture.decision;
import static io.syncopate.asset.pipeline.PipelineFixture.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.PipelineFixture;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Uid;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for an asset whatever people do with it, in whatever order. */
class AssetLifePropertiesTest {

    private static final Pipeline PIPELINE =
            PipelineFixture.of(
                    work("write"),
                    decision("check", "write"),
                    decision("approve", "write"),
                    work("publish"));

    enum Step {
        PULL,
        RENEW,
        RELEASE,
        PUSH,
        APPROVE,
        SEND_BACK,
        EXPIRE,
        WAIT_A_LITTLE,
        WAIT_LONG
    }

    @Property(tries = 500)
    void keepsItsInvariants(@ForAll @Size(max = 60) List<Step> steps) {
        var life = new Life();
        for (Step step : steps) {
            Asset before = life.asset;
            life.take(step);
            life.requireInvariants(before);
        }
    }

    private static final class Life {

        private Instant now = Instant.parse("2026-05-04T09:00:00Z");
        private Asset asset =
                Asset.create(
                                new Deliverable(
                                        new AssetId("c", "a"),
                                        "p",
                                        "A",
                                        "email",
                                        0,
                                        "",
                                        Priority.NORMAL,
                                        0,
                                        Set.of(),
                                        Set.of()),
                                PIPELINE,
                                "",
                                new Uid("owner"),
                                now)
                        .after();
        private int claims;
        private int recorded = 1;

        void take(Step step) {
            switch (step) {
                case WAIT_A_LITTLE -> now = now.plus(Duration.ofMinutes(10));
                case WAIT_LONG -> now = now.plus(Duration.ofMinutes(90));
                case PULL, RENEW, RELEASE, PUSH, APPROVE, SEND_BACK, EXPIRE ->
                        possible(step).ifPresent(done -> asset = done.after());
            }
        }

        private Optional<Transition> possible(Step step) {
            return switch (asset) {
                case Blocked _, Done _ -> Optional.empty();
                case Waiting waiting -> step == Step.PULL ? pull(waiting) : Optional.empty();
                case InProgress held ->
                        step == Step.PUSH && held.claim().isLive(now)
                                ? Optional.of(push(held))
                                : held(step, held);
                case InReview held ->
                        switch (step) {
                            case APPROVE -> Optional.of(decide(held, approval(held)));
                            case SEND_BACK ->
                                    Optional.of(
                                            decide(
                                                    held,
                                                    new Verdict.RequestChanges(
                                                            "no", Optional.empty())));
                            case PULL, RENEW, RELEASE, PUSH, EXPIRE, WAIT_A_LITTLE, WAIT_LONG ->
                                    held(step, held);
                        };
            };
        }

        private Optional<Transition> held(Step step, Claimed held) {
            return switch (step) {
                case PULL -> pull(held);
                case RENEW ->
                        held.claim().isLive(now) ? Optional.of(held.renew(now)) : Optional.empty();
                case RELEASE -> {
                    recorded++;
                    yield Optional.of(held.release("", now));
                }
                case EXPIRE -> {
                    Optional<Transition> lost = held.expire(Uid.ofService("asset"), now);
                    recorded += lost.isPresent() ? 1 : 0;
                    yield lost;
                }
                case PUSH, APPROVE, SEND_BACK, WAIT_A_LITTLE, WAIT_LONG -> Optional.empty();
            };
        }

        private Optional<Transition> pull(Asset from) {
            Stage stage = PIPELINE.stage(from.position().orElseThrow().stage());
            Optional<Transition> pulled =
                    from.pull("claim-" + (claims + 1), new Uid("person"), stage, now);
            if (pulled.isPresent()) {
                claims++;
                recorded += from instanceof Claimed ? 2 : 1;
            }
            return pulled;
        }

        private Transition push(InProgress held) {
            recorded++;
            return held.push(
                    new Handover(ticks(held), "on", Optional.empty(), SyncHandoff.NONE),
                    PIPELINE,
                    now);
        }

        private Transition decide(InReview held, Verdict verdict) {
            recorded++;
            return held.decide(verdict, PIPELINE, now);
        }

        private static Verdict approval(InReview held) {
            return new Verdict.Approve(ticks(held), "fine", SyncHandoff.NONE);
        }

        private static Map<String, Boolean> ticks(Claimed held) {
            return Map.of(held.place().stage() + "-done", true);
        }

        void requireInvariants(Asset before) {
            List<Claim> log = asset.claims().claims();
            assertThat(log)
                    .filteredOn(claim -> claim.state() == Claim.State.ACTIVE)
                    .as("active claims of %s", asset)
                    .hasSize(asset instanceof Claimed ? 1 : 0);
            assertThat(log).extracting(Claim::fence).isSorted().doesNotHaveDuplicates();
            assertThat(asset.claims().last().map(Claim::fence).orElse(0L))
                    .as("the number of the last claim")
                    .isEqualTo(claims);
            assertThat(asset.passport().history()).as("one entry for each step").hasSize(recorded);
            assertOnlyAddedTo(before.passport().history(), asset.passport().history());
            assertOnlyAddedTo(before.passport().notes(), asset.passport().notes());
            assertStagesFollowEachOther(asset.passport().history());
            if (before.isApproved()) {
                assertThat(asset.isApproved()).as("an approval stays").isTrue();
            }
        }

        private static <T> void assertOnlyAddedTo(List<T> before, List<T> after) {
            assertThat(after).hasSizeGreaterThanOrEqualTo(before.size());
            assertThat(after.subList(0, before.size())).isEqualTo(before);
        }

        private static void assertStagesFollowEachOther(List<HistoryEntry> history) {
            Set<Optional<String>> at = new HashSet<>(Set.of(Optional.empty()));
            for (HistoryEntry entry : history) {
                assertThat(at).contains(entry.from());
                at = Set.of(entry.to());
            }
        }
    }
}
