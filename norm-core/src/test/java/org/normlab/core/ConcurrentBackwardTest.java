package org.normlab.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normlab.core.formula.Stretches;

/** Threads that share one pass, each with gradients of its own, have the bits of one thread. */
class ConcurrentBackwardTest {
    private static final Shape SHAPE = Shape.nchw(4, 3, 7, 5);
    private static final int ROUNDS = 2000;

    private final Affine affine =
            Affine.none().weight(random(Shape.of("C", 3), 1)).bias(random(Shape.of("C", 3), 2));
    private final Normalizer norm = AnyAxes.of(SHAPE.axes("NHW")).affine(affine);
    private final Tensor x = random(SHAPE, 3);

    private static Tensor random(Shape shape, long seed) {
        return Tensor.of(
                shape, new SplittableRandom(seed).doubles(shape.count(), -1, 1).toArray());
    }

    private static double[] bits(Gradients gradients) {
        return Stream.of(gradients.input(), gradients.parameter("weight"), gradients.parameter("bias"))
                .flatMapToDouble(tensor -> Arrays.stream(tensor.toArray()))
                .toArray();
    }

    /** How many rounds of one thread had other bits than a pass for itself. */
    private static Callable<Integer> rounds(Normalized shared, double[] expected, Tensor dy) {
        return () -> {
            int wrong = 0;
            Gradients target = shared.gradients();
            for (int round = 0; round < ROUNDS; round++) {
                wrong += Arrays.equals(bits(shared.backward(dy, target)), expected) ? 0 : 1;
            }
            return wrong;
        };
    }

    private void sharesItself(Normalized pass) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Tensor> dys = List.of(random(SHAPE, 4), random(SHAPE, 5));
            List<Callable<Integer>> users = dys.stream()
                    .map(dy -> rounds(pass, bits(pass.backward(dy)), dy))
                    .toList();
            for (Future<Integer> wrong : threads.invokeAll(users)) {
                assertThat(wrong.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aPassOfTheKernels() throws Exception {
        sharesItself(norm.forward(x));
    }

    @Test
    void aPassOfStretches() throws Exception {
        List<Stretches.Stretch> stretches =
                List.of(new Stretches.Stretch(norm, 0, 1, 0), new Stretches.Stretch(norm, 1, 4, 0));
        sharesItself(Stretches.forward(norm, stretches, x, x.like(SHAPE)));
    }
}
