package io.syncopate.starter.call;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import build.buf.validate.Violation;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.ExtensionRegistry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever is refused by a shipped contract reads words, never the pattern itself. */
class ContractWordsTest {

    private static final Pattern OF_A_PATTERN = Pattern.compile("[\\^$\\[\\]{}()|\\\\`]");
    private static final Pattern EXAMPLE = Pattern.compile("\\blike ([^, ]+)");

    @Test
    void everyPatternIsToldInWordsWhoseExampleItTakes() {
        Set<String> patterns =
                rules().flatMap(ContractWordsTest::patterns)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(patterns)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        pattern -> {
                            String expected = expected(pattern);
                            assertThat(expected).doesNotContainPattern(OF_A_PATTERN);
                            Matcher example = EXAMPLE.matcher(expected);
                            if (example.find()) {
                                assertThat(example.group(1)).matches(pattern);
                            }
                        });
    }

    @Test
    void noRuleInAContractsOwnWordsShowsAPattern() {
        List<String> messages =
                rules().flatMap(rule -> rule.getCelList().stream())
                        .map(build.buf.validate.Rule::getMessage)
                        .toList();

        assertThat(messages)
                .hasSizeGreaterThan(20)
                .allSatisfy(message -> assertThat(message).doesNotContainPattern("[\\^$\\\\]"));
    }

    private static String expected(String pattern) {
        return Expectation.of(
                Violation.newBuilder()
                        .setMessage("does not match regex pattern `" + pattern + "`")
                        .build());
    }

    private static Stream<String> patterns(FieldRules rules) {
        return Stream.of(
                        rules,
                        rules.getRepeated().getItems(),
                        rules.getMap().getKeys(),
                        rules.getMap().getValues())
                .map(each -> each.getString().getPattern())
                .filter(pattern -> !pattern.isEmpty());
    }

    private static Stream<FieldRules> rules() {
        return contracts().getFileList().stream()
                .filter(file -> file.getPackage().startsWith("syncopate."))
                .flatMap(file -> file.getMessageTypeList().stream())
                .flatMap(ContractWordsTest::withNested)
                .flatMap(message -> message.getFieldList().stream())
                .map(field -> field.getOptions().getExtension(ValidateProto.field));
    }

    private static Stream<DescriptorProto> withNested(DescriptorProto message) {
        return Stream.concat(
                Stream.of(message),
                message.getNestedTypeList().stream().flatMap(ContractWordsTest::withNested));
    }

    private static FileDescriptorSet contracts() {
        var registry = ExtensionRegistry.newInstance();
        ValidateProto.registerAllExtensions(registry);
        try (var in =
                ContractWordsTest.class.getResourceAsStream(
                        "/META-INF/syncopate/contracts.binpb")) {
            return FileDescriptorSet.parseFrom(in, registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
