import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format over every module's sources, on the toolchain's JDK: the
 * formatter parses with the compiler of the JVM that runs it, and Maven itself may run on an older
 * one. What was seen to be formatted is remembered by hash, so that an unchanged tree costs nothing.
 * Usage: {@code Format check|apply ROOT VERSION}.
 */
class Format {

    private static final List<String> STYLE = List.of("--aosp", "--skip-javadoc-formatting");

    /** One pass does not always settle: the formatter's own result can be formatted further. */
    private static final int PASSES = 5;

    private final Path root;
    private final Path memory;
    private final String salt;

    private Format(Path root, String version) throws IOException {
        this.root = root;
        this.memory = root.resolve("target/tools/formatted");
        this.salt = version + STYLE + Files.readString(root.resolve("config/format/Format.java"));
    }

    public static void main(String... args) throws Exception {
        var format = new Format(Path.of(args[1]), args[2]);
        boolean formatted = args[0].equals("apply") ? format.apply() : format.check();
        System.exit(formatted ? 0 : 1);
    }

    private boolean check() throws Exception {
        Map<Path, String> hashes = hashes();
        Set<String> known = known();
        List<Path> unknown = hashes.keySet().stream().filter(file -> !known.contains(hashes.get(file))).toList();
        if (run(List.of("--dry-run", "--set-exit-if-changed"), unknown) != 0) {
            System.err.println("The files above are not formatted: run ./mvnw -N -Pformat process-sources");
            return false;
        }
        remember(hashes);
        return true;
    }

    private boolean apply() throws Exception {
        Map<Path, String> before = hashes();
        Set<String> known = known();
        List<Path> open = before.keySet().stream().filter(file -> !known.contains(before.get(file))).toList();
        for (int pass = 0; pass < PASSES && !open.isEmpty(); pass++) {
            if (run(List.of("--replace"), open) != 0) {
                return false;
            }
            Map<Path, String> after = hashes();
            open = open.stream().filter(file -> !after.get(file).equals(before.get(file))).toList();
            before.putAll(after);
        }
        if (!open.isEmpty()) {
            System.err.println("The formatter does not settle on " + open);
            return false;
        }
        remember(before);
        return true;
    }

    private static int run(List<String> action, List<Path> files) throws Exception {
        if (files.isEmpty()) {
            return 0;
        }
        var options = new ArrayList<>(STYLE);
        options.addAll(action);
        files.forEach(file -> options.add(file.toString()));
        return new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
                .format(options.toArray(String[]::new));
    }

    private Map<Path, String> hashes() throws IOException {
        var hashes = new LinkedHashMap<Path, String>();
        // A module is a folder of the root, or of one of its folders.
        try (Stream<Path> poms = Files.find(root, 3, (file, ignored) -> file.endsWith("pom.xml"))) {
            for (Path module : poms.map(Path::getParent).sorted().toList()) {
                Path src = module.resolve("src");
                if (Files.isDirectory(src)) {
                    try (Stream<Path> files = Files.walk(src)) {
                        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                            hashes.put(file, hash(Files.readAllBytes(file)));
                        }
                    }
                }
            }
        }
        return hashes;
    }

    private String hash(byte[] source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> known() throws IOException {
        return Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
    }

    private void remember(Map<Path, String> hashes) throws IOException {
        Files.createDirectories(memory.getParent());
        Files.write(memory, new TreeSet<>(hashes.values()));
    }
}
