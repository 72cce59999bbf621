package io.syncopate.testkit.report;

import io.syncopate.testkit.report.TestRecord.Result;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** What Surefire and Failsafe say of a module whose tests cannot use the testkit, because it uses them. */
final class MavenReports {

    private static final Pattern ABORTED =
            Pattern.compile("^org\\.opentest4j\\.TestAbortedException: (Assumption failed: )?");

    private MavenReports() {}

    static List<TestRecord> read(Path module, Instant started) throws IOException {
        var records = new ArrayList<TestRecord>();
        for (String directory : List.of("surefire-reports", "failsafe-reports")) {
            Path reports = module.resolve("target").resolve(directory);
            for (Path file : Summary.written(reports, ".xml", started)) {
                records.addAll(read(file));
            }
        }
        return records;
    }

    private static List<TestRecord> read(Path file) throws IOException {
        try {
            NodeList cases = parser().parse(file.toFile()).getElementsByTagName("testcase");
            var records = new ArrayList<TestRecord>();
            for (int i = 0; i < cases.getLength(); i++) {
                records.add(record((Element) cases.item(i)));
            }
            return records;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no report of Surefire", e);
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder();
    }

    /** A disabled test has it as an attribute, one that gave up on an assumption in a stack trace. */
    private static String reason(Element skipped) {
        String message = skipped.getAttribute("message");
        return message.isEmpty()
                ? ABORTED.matcher(skipped.getTextContent().strip().lines().findFirst().orElse(""))
                        .replaceFirst("")
                : message;
    }

    private static TestRecord record(Element test) {
        String type = test.getAttribute("classname");
        NodeList skipped = test.getElementsByTagName("skipped");
        boolean failed =
                test.getElementsByTagName("failure").getLength() > 0
                        || test.getElementsByTagName("error").getLength() > 0;
        Result result =
                skipped.getLength() > 0 ? Result.SKIPPED : failed ? Result.FAILED : Result.PASSED;
        String reason = skipped.getLength() > 0 ? reason((Element) skipped.item(0)) : "";
        return new TestRecord(
                List.of(TestRecorder.byName(type)),
                type,
                test.getAttribute("name"),
                result,
                reason,
                List.of());
    }
}
