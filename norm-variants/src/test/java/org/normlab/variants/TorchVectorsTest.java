package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Affine;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Tensor;
import org.normlab.variants.contract.Precision;
import org.normlab.variants.contract.Slices;
import org.normlab.variants.contract.Trial;

/** All numbers of libtorch 2.7.1 that its reference vectors hold, outputs, statistics, states and gradients. */
class TorchVectorsTest {
    /** Played by {@link #sequencesLeaveTheSameStates}. */
    private static final String SEQUENCE = "BatchNormSequence";

    /** A momentum outside of 0 to 1 is refused here, so there is no state to compare. */
    private static final Set<String> REFUSED_RULE =
            Set.of("bn_op_3x2x3x4_m-1_eps0.5_train", "in_op_3x2x3x4_m-1_eps0.5", "in_op_3x2x4_m-1.2");

    @Test
    void everyCaseIsComparedOrNamed() {
        List<TorchCase> all = TorchCase.all();
        assertThat(all).hasSize(120);
        Set<String> unknown = new TreeSet<>();
        all.stream().filter(torch -> TorchOp.of(torch).isEmpty()).forEach(torch -> unknown.add(torch.op()));
        assertThat(unknown).containsExactly(SEQUENCE);
    }

    private static Stream<TorchCase> replayed() {
        return TorchCase.all().stream().filter(torch -> TorchOp.of(torch).isPresent());
    }

    @TestFactory
    Stream<DynamicTest> float64GivesTheSameNumbers() {
        return replayed().map(torch -> DynamicTest.dynamicTest(torch.name(), () -> compare(torch)));
    }

    private static void compare(TorchCase torch) {
        TorchReplay ours = TorchReplay.of(torch, TorchOp.of(torch).orElseThrow());
        for (String role : torch.outputs()) {
            if (!role.startsWith("running_") || !REFUSED_RULE.contains(torch.name())) {
                assertAgree(role, ours.value(role), torch.expected(role));
            }
        }
    }

    /** The producer's own rounding is at most 7.1e-12 of max(1, |expected|); 1e-9 leaves room for another order of summation. */
    private static void assertAgree(String role, double[] actual, double[] expected) {
        assertThat(actual).as(role).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s[%d]: %s, libtorch %s", role, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected[i])));
        }
    }

    /** The same inputs, which float32 holds exactly, against exact values within the bounds of float32. */
    @TestFactory
    Stream<DynamicTest> float32StaysWithinItsBounds() {
        return replayed().map(torch -> DynamicTest.dynamicTest(torch.name(), () -> bound(torch.in(Precision.FLOAT32))));
    }

    private static void bound(TorchCase torch) {
        TorchOp op = TorchOp.of(torch).orElseThrow();
        Tensor x = torch.tensor("X");
        if (op.statistic().isEmpty()) {
            assertRounded(TorchReplay.of(torch, op).value("Y"), torch.expected("Y"));
            return;
        }
        TorchOp.Statistic statistic = op.statistic().get();
        Slices slices = Slices.of(x.shape(), place -> statistic.of(torch, place));
        Trial trial = Trial.of(op.normalizer().apply(torch), slices, x);
        trial.assertOutput(trial.forward().output());
        Tensor dy = torch.tensor("grad_output");
        trial.assertGradients(trial.forward().backward(dy), dy);
    }

    /** One ulp of float32, beside the producer's own rounding. */
    private static void assertRounded(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .isLessThanOrEqualTo(
                            Precision.FLOAT32.ulp(expected[i]) + 7.1e-12 * Math.max(1, Math.abs(expected[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bn_sequence_momentum_0.1", "bn_sequence_cumulative"})
    void sequencesLeaveTheSameStates(String name) {
        TorchCase torch = TorchCase.all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        BatchNorm norm = new BatchNorm(3, Affine.none(), torch.epsilon(), torch.rule(), Single.ERROR);
        RunningMoments running = torch.running(torch.rule());
        Tensor x = torch.tensor("X0");
        for (int step = 0; step < torch.number("batches"); step++) {
            x = torch.tensor("X" + step);
            running = running.update(norm.forward(x).moments());
            double[] means = {running.mean(0), running.mean(1), running.mean(2)};
            double[] variances = {running.variance(0), running.variance(1), running.variance(2)};
            assertAgree("running_mean" + step, means, torch.expected("running_mean" + step));
            assertAgree("running_var" + step, variances, torch.expected("running_var" + step));
        }
        Normalizer evaluation = norm.frozen(running);
        assertAgree("Y_eval", evaluation.forward(x).output().toArray(), torch.expected("Y_eval"));
    }
}
