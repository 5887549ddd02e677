package org.normlab.report.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;
import org.normlab.report.bench.Truth;

/** Ours against libtorch on generated problems: outputs, gradients, running statistics, evaluation. */
@AddLifecycleHook(NeedsNatives.class)
class TorchParityTest {
    private final LibTorch torch = new LibTorch();

    @Provide
    Arbitrary<Problem> float64() {
        return AnyProblem.of(Tensor.of(Shape.of("C", 1), new double[1]));
    }

    @Provide
    Arbitrary<Problem> float32() {
        return AnyProblem.of(Tensor.of(Shape.of("C", 1), new float[1]));
    }

    private Map<Result, double[]> torch(Problem problem) {
        try (Rival rival = torch.rival(problem).orElseThrow()) {
            return rival.results();
        }
    }

    private static Map<Result, double[]> ours(Problem problem) {
        try (Rival rival = Rival.ours(problem)) {
            return rival.results();
        }
    }

    @Property(tries = 300)
    void bothGiveTheSameResults(@ForAll("float64") Problem problem) {
        assertThat(ours(problem).keySet()).isEqualTo(torch(problem).keySet());
    }

    @Property(tries = 500)
    void inFloat64BothAgree(@ForAll("float64") Problem problem) {
        Tolerance tolerance = Tolerance.of(problem);
        tolerance.check(ours(problem), torch(problem), tolerance::inDouble);
    }

    @Property(tries = 500)
    void inFloat32OursKeepsItsPromises(@ForAll("float32") Problem problem) {
        Tolerance tolerance = Tolerance.of(problem);
        Map<Result, double[]> exact = torch(widened(problem));
        tolerance.check(ours(problem), exact(tolerance.truth(), exact), tolerance::promised);
        tolerance.check(exact, exact(tolerance.truth(), exact), tolerance::inDouble);
    }

    /** Of what only libtorch's float64 knows, its values; of all else, the formula's. */
    private static Map<Result, double[]> exact(Truth truth, Map<Result, double[]> float64) {
        Map<Result, double[]> exact = new EnumMap<>(float64);
        exact.replaceAll((result, values) -> switch (result) {
            case OUTPUT, INPUT_GRADIENT, WEIGHT_GRADIENT, BIAS_GRADIENT -> truth.of(result);
            case EVALUATED, RUNNING_MEAN, RUNNING_VARIANCE -> values;
        });
        return exact;
    }

    @Property(tries = 500)
    void inFloat32LibtorchIsAsCloseAsFloatAllows(@ForAll("float32") Problem problem) {
        Tolerance tolerance = Tolerance.of(problem);
        Assume.that(tolerance.leavesDigitsInFloat());
        tolerance.check(torch(problem), torch(widened(problem)), tolerance::inFloat);
    }

    /** The same values in float64. */
    private static Problem widened(Problem problem) {
        Tensor x = widened(problem.x());
        Normalizer norm = Problem.blank(problem.workload(), x);
        problem.weight().ifPresent(w -> w.copyTo(norm.affine().weight().orElseThrow()));
        problem.bias().ifPresent(b -> b.copyTo(norm.affine().bias().orElseThrow()));
        return new Problem(problem.workload(), norm, x, widened(problem.dy()), problem.running());
    }

    private static Tensor widened(Tensor tensor) {
        return Tensor.of(tensor.shape(), tensor.toArray());
    }
}
