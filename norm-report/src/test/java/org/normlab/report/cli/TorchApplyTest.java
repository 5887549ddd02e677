package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;

/** Every reference case of libtorch 2.7.1 through {@code norm apply}. */
class TorchApplyTest {
    @TempDir
    private Path folder;

    @Test
    void thereAreThatManyCases() {
        assertThat(TorchCall.all()).hasSize(120);
        assertThat(TorchCall.all().stream().filter(TorchCall::isSequence)).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> filesHoldTheSameNumbers() {
        return TorchCall.all().stream()
                .filter(call -> !call.isSequence())
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> compare(call)));
    }

    private void compare(TorchCall call) throws IOException {
        Path own = Files.createDirectory(folder.resolve(call.name()));
        Cli cli = Cli.run(call.arguments(own));
        assertThat(cli.code()).as(cli.err()).isZero();
        call.out().forEach((role, file) -> {
            boolean statistics = role.equals("mean") || role.equals("rstd");
            if (!statistics && !(role.startsWith("running_") && call.hasRefusedRule())) {
                assertAgree(role, Npy.read(own.resolve(TorchCall.place(role))), Npy.read(file));
            }
        });
    }

    /** The producer's own rounding is at most 7.1e-12 of max(1, |expected|); 1e-9 leaves room for another order of summation. */
    private static void assertAgree(String role, NdArray actual, NdArray expected) {
        assertThat(actual.type()).isEqualTo(NdArray.Type.F64);
        assertThat(actual.count()).as(role).isEqualTo(expected.count());
        for (int i = 0; i < expected.count(); i++) {
            assertThat(Math.abs(actual.get(i) - expected.get(i)))
                    .as("%s[%d]: %s, libtorch %s", role, i, actual.get(i), expected.get(i))
                    .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected.get(i))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bn_sequence_momentum_0.1", "bn_sequence_cumulative"})
    void stateGoesFromCallToCall(String name) {
        TorchCall call = TorchCall.all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        String rule = name.endsWith("cumulative") ? "rule=cumulative" : "weight-of-new-batch=0.1";
        Path mean = call.in().get("running_mean");
        Path variance = call.in().get("running_var");
        Path y = folder.resolve("y.npy");
        Path updates = folder.resolve("none.npy");
        Npy.write(updates, NdArray.of(new int[0], 0L));
        for (int step = 0; step < 3; step++) {
            y = folder.resolve("y" + step + ".npy");
            assertThat(run(call.in().get("X" + step), y, "train", rule, mean, variance, updates))
                    .isZero();
            mean = Path.of(y + ".running_mean.npy");
            variance = Path.of(y + ".running_var.npy");
            updates = Path.of(y + ".num_batches_tracked.npy");
            assertAgree("running_mean", Npy.read(mean), Npy.read(call.out().get("running_mean" + step)));
            assertAgree("running_var", Npy.read(variance), Npy.read(call.out().get("running_var" + step)));
        }
        assertThat(run(call.in().get("X2"), y, "eval", rule, mean, variance, updates))
                .isZero();
        assertAgree("Y_eval", Npy.read(y), Npy.read(call.out().get("Y_eval")));
    }

    private static int run(Path x, Path y, String mode, String rule, Path... state) {
        return Cli.run(List.of(
                        "apply",
                        "batch",
                        "--input=" + x,
                        "--output=" + y,
                        "--mode=" + mode,
                        "--option=" + rule,
                        "--param=running_mean=" + state[0],
                        "--param=running_var=" + state[1],
                        "--param=num_batches_tracked=" + state[2]))
                .code();
    }
}
