package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.assessment.batch.PreviewBatch;
import io.syncopate.assessment.batch.RowResult;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.Program;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many briefs one thread takes in a second, from the file to the bytes of the result that are
 * kept: reading, the contract's rules, scoring and writing, without the store. By the clock, and by the
 * time that the thread had a processor, which a busy machine leaves as it is.
 *
 * <p>Run it with a JDK 25 on the test class path of this module, in its directory. Arguments: how
 * many briefs a file has, then how often it is done.
 */
public final class BatchBenchmark {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final long SEED = 20_260_501;
    private static final Path EXAMPLES = Path.of("..", "examples", "learning");

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());

    private BatchBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "%s: expected how many briefs, then how often"
                            .formatted(Arrays.toString(args)));
        }
        int briefs = Integer.parseInt(args[0]);
        var benchmark = new BatchBenchmark();
        List<Brief> examples =
                List.of(
                        example("compliance-training.json"),
                        example("leadership-coaching.json"),
                        example("data-analysis-course.json"));
        var random = new Random(SEED);
        List<Brief> many =
                IntStream.range(0, briefs)
                        .mapToObj(row -> varied(examples.get(row % examples.size()), row, random))
                        .toList();
        byte[] ndjson = BriefFiles.ndjson(many).getBytes(StandardCharsets.UTF_8);
        byte[] csv = BriefFiles.csv(many, ',').getBytes(StandardCharsets.UTF_8);
        System.out.println("file    briefs    bytes | seconds  briefs/s | CPU s    briefs/s");
        for (int time = 0; time < Integer.parseInt(args[1]); time++) {
            benchmark.run(FileType.NDJSON, briefs, ndjson);
            benchmark.run(FileType.CSV, briefs, csv);
        }
    }

    private void run(FileType type, int briefs, byte[] file) {
        long begin = System.nanoTime();
        long beginOfThread = THREAD.getCurrentThreadCpuTime();
        var batch =
                new PreviewBatch(
                        type.rows(new ByteArrayInputStream(file), BriefFiles.READING),
                        ModelFixture.shipped(),
                        answers);
        long kept = 0;
        List<RowResult> piece;
        while (!(piece = batch.next()).isEmpty()) {
            kept += ResultFile.kept(piece).length;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double busy = (THREAD.getCurrentThreadCpuTime() - beginOfThread) / 1e9;
        if (kept == 0) {
            throw new AssertionError("nothing was answered");
        }
        System.out.printf(
                "%-6s %7d %8d | %7.2f %9.0f | %7.2f %9.0f%n",
                type, briefs, file.length, seconds, briefs / seconds, busy, briefs / busy);
    }

    /** No two rows alike: what was worked out for one must not be a gift to the next. */
    private static Brief varied(Brief example, int row, Random random) {
        var brief = example.toBuilder();
        brief.getObjectiveBuilder()
                .setStatement(example.getObjective().getStatement() + " Row " + row);
        brief.getAudienceBuilder().setSize(1 + random.nextInt(3_000));
        vary(brief.getObjectiveBuilder(), random);
        vary(brief.getAudienceBuilder(), random);
        vary(brief.getContentBuilder(), random);
        vary(brief.getResourcesBuilder(), random);
        brief.getActivitiesBuilderList()
                .forEach(each -> each.setText(each.getText() + " (part " + row + ")"));
        return brief.build();
    }

    /** States every third flag and choice anew. */
    private static void vary(Message.Builder message, Random random) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated() || random.nextInt(3) > 0) {
                continue;
            }
            if (field.getJavaType() == JavaType.ENUM) {
                List<EnumValueDescriptor> values = field.getEnumType().getValues();
                message.setField(field, values.get(1 + random.nextInt(values.size() - 1)));
            } else if (field.getJavaType() == JavaType.BOOLEAN) {
                message.setField(field, random.nextBoolean());
            }
        }
    }

    private static Brief example(String file) throws IOException {
        var program = Program.newBuilder();
        JsonFormat.parser().merge(Files.readString(EXAMPLES.resolve(file)), program);
        return program.getBrief();
    }
}
