package org.normlab.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.normlab.core.kernel.Kernels;
import org.normlab.report.net.MatMul;
import org.normlab.report.text.Sha256;

/** What a result says of the machine that made it. */
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final String UNKNOWN = "not named by this system";
    private static final int DIGITS = 12;
    private static final SortedMap<String, String> CONSTANT = constant();

    private Machine() {}

    /** New facts by name; of the host a digest only. */
    static SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>(CONSTANT);
        facts.put("kernel", Kernels.description());
        facts.put("matrix product", MatMul.kernel());
        return facts;
    }

    private static SortedMap<String, String> constant() {
        Runtime runtime = Runtime.getRuntime();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        facts.put("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
        facts.put("processor", line(CPU, "model name\\s*:") + ", " + runtime.availableProcessors() + " threads");
        facts.put("memory", (runtime.maxMemory() >> 20) + " MiB");
        facts.put("host", Sha256.hex(line(HOST, "")).substring(0, DIGITS));
        return facts;
    }

    /** The rest of the first line that begins so. */
    private static String line(Path file, String start) {
        if (!Files.isReadable(file)) {
            return UNKNOWN;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.matches(start + ".*"))
                    .map(line -> line.replaceFirst(start, "").strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
