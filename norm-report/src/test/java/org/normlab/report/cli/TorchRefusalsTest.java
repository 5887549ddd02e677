package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;

/** The fifty calls that libtorch 2.7.1 accepts or refuses, as calls of {@code norm apply}: one line, exit code 2, and nothing written. */
class TorchRefusalsTest {
    private static final Path THERE = Path.of("..", "norm-variants", "src", "test", "resources", "torch", "errors.tsv");

    @TempDir
    private Path folder;

    /** A call in words, and whether it is refused here; empty for what is no call of {@code norm apply}. */
    private record Call(String id, Optional<Boolean> refused, List<String> words) {
        static Call of(String line) {
            List<String> words = Arrays.asList(line.split(" "));
            Optional<Boolean> refused = switch (words.get(0)) {
                case "-" -> Optional.of(true);
                case "+" -> Optional.of(false);
                default -> Optional.empty();
            };
            return new Call(words.get(1), refused, words.subList(2, words.size()));
        }
    }

    private static List<Call> calls() throws IOException {
        try (var stream = TorchRefusalsTest.class.getResourceAsStream("/torch/refusals.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Call::of)
                    .toList();
        }
    }

    @Test
    void everyCallHasAVerdictAndElevenDiffer() throws IOException {
        Map<String, Boolean> there = new TreeMap<>();
        Files.readAllLines(THERE).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(row -> there.put(row[0], !row[3].equals("no error")));
        assertThat(calls()).extracting(Call::id).containsExactlyInAnyOrderElementsOf(there.keySet());
        assertThat(calls().stream().filter(call -> call.refused().isEmpty())).hasSize(2);
        assertThat(calls().stream()
                        .filter(call -> call.refused().isPresent())
                        .filter(call -> !call.refused().get().equals(there.get(call.id()))))
                .hasSize(11);
    }

    @TestFactory
    Stream<DynamicTest> verdictsAreThese() throws IOException {
        return calls().stream()
                .filter(call -> call.refused().isPresent())
                .map(call -> DynamicTest.dynamicTest(call.id(), () -> verify(call)));
    }

    private void verify(Call call) throws IOException {
        Path own = Files.createDirectory(folder.resolve(call.id()));
        Path y = own.resolve("y.npy");
        Cli cli = Cli.run(arguments(call.words(), own, y));
        if (call.refused().get()) {
            assertThat(cli.code()).as(cli.out()).isIn(ExitCode.USAGE.number(), ExitCode.FAILED.number());
            assertThat(cli.err()).hasLineCount(1);
            assertThat(y).doesNotExist();
        } else {
            assertThat(cli.code()).as(cli.err()).isZero();
            assertThat(y).exists();
        }
    }

    private static List<String> arguments(List<String> words, Path folder, Path y) {
        List<String> all = new ArrayList<>(List.of("apply", words.get(0), "--output=" + y));
        all.add("--input=" + zeros(folder.resolve("x.npy"), words.get(1)));
        for (String word : words.subList(2, words.size())) {
            String[] pair = word.split("[=:]", 2);
            if (word.equals("eval")) {
                all.add("--mode=eval");
            } else if (word.contains("=")) {
                all.add("--param=" + pair[0] + "=" + zeros(folder.resolve(pair[0] + ".npy"), pair[1]));
            } else {
                all.add("--option=" + pair[0] + "=" + pair[1]);
            }
        }
        return all;
    }

    private static Path zeros(Path file, String sizes) {
        int[] shape =
                Arrays.stream(sizes.split("x")).mapToInt(Integer::parseInt).toArray();
        Npy.write(file, NdArray.of(shape, new double[IntStream.of(shape).reduce(1, (a, b) -> a * b)]));
        return file;
    }
}
