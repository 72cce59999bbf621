package io.syncopate.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.testkit.report.TestRecord.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class MavenReportsTest {

    private static final String REPORT =
            """
            <testsuite name="t">
              <testcase name="adds" classname="t.SumTest"/>
              <testcase name="divides" classname="t.SumTest"><failure message="by zero">at</failure></testcase>
              <testcase name="reads" classname="t.FileIT"><error type="java.io.IOException"/></testcase>
              <testcase name="watches" classname="t.FileIT"><skipped message="no watcher here"/></testcase>
              <testcase name="writes" classname="t.FileIT"><skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: this user may write anywhere
            	at org.junit.jupiter.api.Assumptions.throwAssumptionFailed(Assumptions.java:286)
            ]]></skipped></testcase>
            </testsuite>
            """;

    @TempDir private Path module;

    @Test
    void countsWhatSurefireAndFailsafeReport() throws IOException {
        Instant started = Instant.now().minusSeconds(5);
        report("surefire-reports");
        report("failsafe-reports");
        List<TestRecord> records = MavenReports.read(module, started);
        assertThat(records).hasSize(10);
        assertThat(records.subList(0, 5))
                .extracting(TestRecord::kinds, TestRecord::name, TestRecord::result)
                .containsExactly(
                        tuple(List.of("plain"), "adds", Result.PASSED),
                        tuple(List.of("plain"), "divides", Result.FAILED),
                        tuple(List.of("integration"), "reads", Result.FAILED),
                        tuple(List.of("integration"), "watches", Result.SKIPPED),
                        tuple(List.of("integration"), "writes", Result.SKIPPED));
        assertThat(records.get(3).reason()).isEqualTo("no watcher here");
        assertThat(records.get(4).reason()).isEqualTo("this user may write anywhere");
    }

    @Test
    void leavesOutTheReportsOfAnOlderBuild() throws IOException {
        report("surefire-reports");
        assertThat(MavenReports.read(module, Instant.now().plusSeconds(60))).isEmpty();
    }

    private void report(String directory) throws IOException {
        Path reports = Files.createDirectories(module.resolve("target").resolve(directory));
        Files.writeString(reports.resolve("TEST-t.xml"), REPORT);
        Files.writeString(reports.resolve("t.txt"), "not XML");
    }
}
