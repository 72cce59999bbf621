import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format over every module's sources, on the toolchain's JDK: the
 * formatter parses with the compiler of the JVM that runs it, and Maven itself may run on an older
 * one. Usage: {@code Format check|apply ROOT}.
 */
class Format {

    public static void main(String... args) throws Exception {
        boolean apply = args[0].equals("apply");
        List<String> options = new ArrayList<>(List.of("--aosp", "--skip-javadoc-formatting"));
        options.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        options.addAll(sources(Path.of(args[1])));
        var out = new PrintWriter(System.out, true);
        int changed = new Main(out, new PrintWriter(System.err, true), System.in).format(options.toArray(String[]::new));
        if (changed != 0 && !apply) {
            System.err.println("The files above are not formatted: run ./mvnw -N -Pformat process-sources");
        }
        System.exit(changed);
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            var found = new ArrayList<String>();
            for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
                Path src = module.resolve("src");
                if (Files.isDirectory(src)) {
                    try (Stream<Path> files = Files.walk(src)) {
                        files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).sorted().forEach(found::add);
                    }
                }
            }
            return found;
        }
    }
}
