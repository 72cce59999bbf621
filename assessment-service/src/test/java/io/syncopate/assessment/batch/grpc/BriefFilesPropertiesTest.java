package io.syncopate.assessment.batch.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.batch.Row;
import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.assessment.shared.grpc.BriefMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

class BriefFilesPropertiesTest {

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Asia/Tokyo", "America/New_York", "UTC");

    @Property(tries = 100)
    void whatIsWrittenAsNdjsonReadsBackTheSame(@ForAll("files") List<Brief> briefs) {
        String file = BriefFiles.ndjson(briefs.stream().map(BriefMapper::write).toList());
        assertThat(BriefFiles.read(BriefFiles.NDJSON, file)).isEqualTo(rows(briefs));
    }

    @Property(tries = 100)
    void whatIsWrittenAsCsvReadsBackTheSame(
            @ForAll("files") List<Brief> briefs, @ForAll boolean semicolons) {
        String file =
                BriefFiles.csv(
                        briefs.stream().map(BriefMapper::write).toList(), semicolons ? ';' : ',');
        // One column alone does not tell what parts it from others.
        Assume.that(!semicolons || file.lines().findFirst().orElseThrow().contains(";"));
        assertThat(BriefFiles.read(BriefFiles.CSV, file)).isEqualTo(rows(briefs));
    }

    private static List<Row> rows(List<Brief> briefs) {
        var rows = new ArrayList<Row>();
        for (Brief brief : briefs) {
            rows.add(new Row.Stated(rows.size() + 1, brief));
        }
        return rows;
    }

    @Provide
    Arbitrary<List<Brief>> files() {
        return brief().list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<Brief> brief() {
        Arbitrary<List<Optional<Value>>> values =
                Combinators.combine(
                                Facts.ALL.stream().map(fact -> value(fact).optional(0.5)).toList())
                        .as(list -> list);
        Arbitrary<List<Zone>> zones =
                Arbitraries.of(ZONES)
                        .list()
                        .uniqueElements()
                        .ofMaxSize(3)
                        .map(ids -> ids.stream().map(id -> new Zone(id, id.length())).toList());
        Arbitrary<List<Activity>> activities =
                activity().list().uniqueElements(Activity::key).ofMaxSize(3);
        return Combinators.combine(values, zones, activities)
                .as(
                        (stated, where, what) -> {
                            var facts = new TreeMap<Fact, Value>();
                            for (int i = 0; i < stated.size(); i++) {
                                Fact fact = Facts.ALL.get(i);
                                stated.get(i).ifPresent(value -> facts.put(fact, value));
                            }
                            facts.putIfAbsent(
                                    Facts.at("objective.statement"), new Value.Text("any"));
                            return new Brief(facts, where, what);
                        });
    }

    /** What every rule of the contract takes; more than whole numbers where it takes them. */
    private static Arbitrary<Value> value(Fact fact) {
        return switch (fact.kind()) {
            case FLAG -> Arbitraries.of(true, false).map(Value.Flag::new);
            case CHOICE -> Arbitraries.of(fact.values()).map(Value.Choice::new);
            case NUMBER ->
                    Arbitraries.integers()
                            .between(1, 20)
                            .map(each -> new Value.Amount(fact(fact, each)));
            case TEXT -> text().map(Value.Text::new);
            case TEXTS -> text().list().ofMinSize(1).ofMaxSize(3).map(Value.Texts::new);
        };
    }

    private static double fact(Fact fact, int number) {
        return switch (fact.path()) {
            case "history.completion_rate" -> number / 20.0;
            case "audience.offset_spread_hours", "resources.facilitator_hours_per_week" ->
                    number + 0.25;
            default -> number;
        };
    }

    /** With all that means something to a file's format. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars(
                        ',', ';', '"', '\'', '\n', '\r', '\t', ' ', '=', '\\', '{', 'a', 'ß', '日')
                .ofMaxLength(20)
                .map(some -> some + "x");
    }

    private static Arbitrary<Activity> activity() {
        return Combinators.combine(
                        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(5),
                        text(),
                        Arbitraries.of(Activity.Mode.values()).optional(),
                        Arbitraries.of(Activity.Interaction.values()).optional(),
                        text().optional(),
                        Arbitraries.integers().between(1, 90).optional(),
                        Arbitraries.of(Activity.Attendance.values()).optional(),
                        Arbitraries.integers().between(1, 12))
                .as(
                        (key, text, mode, interaction, content, minutes, attendance, repeat) ->
                                new Activity(
                                        key,
                                        text,
                                        mode,
                                        interaction,
                                        content.orElse(""),
                                        minutes.map(OptionalInt::of).orElse(OptionalInt.empty()),
                                        attendance,
                                        repeat));
    }
}
