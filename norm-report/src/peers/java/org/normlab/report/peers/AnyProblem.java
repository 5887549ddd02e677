package org.normlab.report.peers;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Workload;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;
import org.normlab.variants.Variants;

/** Problems that peers have an operation for: any variant, layout and small sizes, values about 0 or far from it. */
final class AnyProblem {
    private static final Map<String, List<Map<String, String>>> VARIANTS = Map.of(
            "batch", List.of(Map.of()),
            "ghost-batch", List.of(Map.of("ghost", "2"), Map.of("ghost", "3")),
            "recurrent-batch", List.of(Map.of()),
            "layer", List.of(Map.of(), Map.of("axes", "-1")),
            "rms", List.of(Map.of("axes", "-1")),
            "channel-layer", List.of(Map.of()),
            "group", List.of(Map.of("groups", "1"), Map.of("groups", "2"), Map.of("groups", "3")),
            "instance", List.of(Map.of("affine", "channel"), Map.of()));

    private AnyProblem() {}

    /** With an input of this element type. */
    static Arbitrary<Problem> of(Tensor type) {
        Arbitrary<Double> offset = Arbitraries.of(0.0, 1.0, -30.0, 1000.0);
        return Combinators.combine(workloads(), offset, Arbitraries.longs()).as((workload, centre, seed) -> {
            Stream stream = Streams.root(seed).open("problem");
            Tensor x = type.like(workload.shape());
            for (int i = 0; i < x.shape().count(); i++) {
                x.set(i, centre + stream.gaussian());
            }
            return Problem.of(workload, x, stream);
        });
    }

    private static Arbitrary<Workload> workloads() {
        Arbitrary<Workload> any = Arbitraries.of(
                        VARIANTS.keySet().stream().sorted().toList())
                .flatMap(variant -> Combinators.combine(Arbitraries.of(VARIANTS.get(variant)), shapes())
                        .as((options, shape) -> new Workload(variant, shape, "generated", options)));
        return any.filter(AnyProblem::isMeaningful);
    }

    private static Arbitrary<Shape> shapes() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 7);
        return Arbitraries.of("NC", "NCL", "NCHW", "NHWC", "NTC")
                .flatMap(layout -> size.list()
                        .ofSize(layout.length())
                        .map(sizes -> Shape.of(
                                layout,
                                sizes.stream().mapToInt(Integer::intValue).toArray())));
    }

    /** Statistics of two values are ±1 whatever the values, and their gradients are rounding alone: three are the least. */
    private static boolean isMeaningful(Workload workload) {
        try {
            var norm = Variants.standard().create(workload.variant(), workload.shape(), workload.options());
            norm.check(workload.shape());
            Shape view = norm.view(workload.shape());
            return view.count(norm.reductionAxes(view)) >= 3
                    && Form.of(workload).filter(form -> fits(form, workload)).isPresent();
        } catch (NormException refused) {
            return false;
        }
    }

    /** Ghost batches with a remainder are no stretches of equal length. */
    private static boolean fits(Form form, Workload workload) {
        return form.parts() * (long) form.examples() * form.channels() * form.positions()
                        == workload.shape().count()
                && IntStream.of(workload.shape().sizes()).allMatch(size -> size > 0);
    }
}
