package io.syncopate.console;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.DoubleRules;
import build.buf.validate.FieldRules;
import build.buf.validate.Int32Rules;
import build.buf.validate.ValidateProto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.Program;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guided brief asks for all that the contract can hold, in its values and within its limits. */
class BriefQuestionsTest {

    /** Lists, which have an editor of their own. */
    private static final Set<String> LISTS = Set.of("ZONES", "ACTIVITIES", "MEASURES", "TEXTS");

    private final List<JsonNode> steps =
            new JsonMapper()
                    .readTree(Path.of("src/main/web/brief/questions.json"))
                    .valueStream()
                    .toList();

    @Test
    void goesThroughTheSevenSteps() {
        assertThat(steps).hasSize(7);
    }

    @Test
    void asksForEveryFieldOfTheBriefOnce() {
        assertThat(
                        questions()
                                .map(BriefQuestionsTest::path)
                                .filter(path -> path.startsWith("brief.")))
                .containsExactlyInAnyOrderElementsOf(
                        leaves("brief.", Brief.getDescriptor()).toList());
    }

    @Test
    void asksForNothingElseThanWhatAProgramHolds() {
        assertThat(questions())
                .allSatisfy(question -> assertThat(field(path(question))).isNotNull());
    }

    @Test
    void offersEveryValueOfAChoice() {
        assertThat(questions().filter(question -> kind(question).equals("CHOICE")))
                .isNotEmpty()
                .allSatisfy(
                        question ->
                                assertThat(
                                                question.get("options")
                                                        .valueStream()
                                                        .map(each -> each.get("value").asString()))
                                        .as(path(question))
                                        .containsExactlyInAnyOrderElementsOf(
                                                values(field(path(question)))));
    }

    @Test
    void asksByTheKindOfTheField() {
        assertThat(questions())
                .allSatisfy(
                        question ->
                                assertThat(kind(question))
                                        .as(path(question))
                                        .isIn(kindsFor(field(path(question)))));
    }

    @Test
    void takesNumbersWithinTheLimitsOfTheContract() {
        assertThat(questions().filter(question -> kind(question).equals("NUMBER")))
                .isNotEmpty()
                .allSatisfy(
                        question ->
                                assertThat(
                                                List.of(
                                                        question.get("min").asDouble(),
                                                        question.get("max").asDouble()))
                                        .as(path(question))
                                        .isEqualTo(limits(field(path(question)))));
    }

    private static Set<String> kindsFor(FieldDescriptor field) {
        if (field.isRepeated()) {
            return LISTS;
        }
        return switch (field.getJavaType()) {
            case ENUM -> Set.of("CHOICE");
            case BOOLEAN -> Set.of("YES_NO");
            case STRING -> Set.of("TEXT", "LONG_TEXT");
            case INT, LONG, FLOAT, DOUBLE -> Set.of("NUMBER");
            case MESSAGE, BYTE_STRING -> Set.of();
        };
    }

    private static List<Double> limits(FieldDescriptor field) {
        FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
        if (rules.hasDouble()) {
            DoubleRules limits = rules.getDouble();
            return List.of(limits.getGte(), limits.getLte());
        }
        Int32Rules limits = rules.getInt32();
        return List.of((double) limits.getGte(), (double) limits.getLte());
    }

    private static List<String> values(FieldDescriptor field) {
        return field.getEnumType().getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(EnumValueDescriptor::getName)
                .toList();
    }

    private Stream<JsonNode> questions() {
        return steps.stream()
                .flatMap(step -> step.get("groups").valueStream())
                .flatMap(group -> group.get("questions").valueStream());
    }

    private static String path(JsonNode question) {
        return question.get("path").asString();
    }

    private static String kind(JsonNode question) {
        return question.get("kind").asString();
    }

    /** The paths of all fields that hold a value or a list. */
    private static Stream<String> leaves(String prefix, Descriptor message) {
        return message.getFields().stream()
                .flatMap(
                        field ->
                                isMessage(field)
                                        ? leaves(
                                                prefix + field.getJsonName() + ".",
                                                field.getMessageType())
                                        : Stream.of(prefix + field.getJsonName()));
    }

    private static FieldDescriptor field(String path) {
        var segments = new ArrayList<>(List.of(path.split("\\.")));
        Descriptor message = Program.getDescriptor();
        while (segments.size() > 1) {
            message = named(message, segments.removeFirst()).getMessageType();
        }
        return named(message, segments.getFirst());
    }

    private static FieldDescriptor named(Descriptor message, String jsonName) {
        return message.getFields().stream()
                .filter(field -> field.getJsonName().equals(jsonName))
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated();
    }
}
