package org.normlab.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.normlab.core.formula.Derived;
import org.normlab.core.kernel.Kernels;

/**
 * A program that prints which kernel runs and a digest of the bits of many passes: rows and columns, both types, all sizes, every
 * centring and scope.
 *
 * <p>With a second argument it waits in the end until vectors are compiled, and does all passes once more.
 */
final class BitsOfEveryPath {
    private static final int[] COLUMNS = {1, 3, 7, 8, 9, 31, 33, 127, 513};
    private static final int[] ROWS = {1, 2, 63, 65, 130};

    private final MessageDigest digest;

    private BitsOfEveryPath(MessageDigest digest) {
        this.digest = digest;
    }

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        ForkJoinPool pool = new ForkJoinPool(threads);
        Callable<String> passes = () -> new BitsOfEveryPath(MessageDigest.getInstance("SHA-256")).all();
        String bits = pool.submit(passes).get();
        if (arguments.length > 1) {
            Kernels.warmUp();
            bits += "\n" + pool.submit(passes).get();
        }
        pool.shutdown();
        System.out.println(Kernels.description());
        System.out.println(bits);
    }

    private String all() {
        for (int columns : COLUMNS) {
            for (int rows : ROWS) {
                small(Shape.nc(rows, columns), Axes.of(2, 0));
                small(Shape.nc(rows, columns), Axes.of(2, 1));
            }
        }
        small(Shape.nchw(3, 5, 7, 11), Axes.of(4, 0, 2, 3));
        small(Shape.nchw(2, 3, 67, 71), Axes.of(4, 0, 2, 3));
        small(Shape.nhwc(19, 7, 2, 5), Axes.of(4, 1, 3));
        small(Shape.nchw(17, 5, 3, 7), Axes.of(4, 0, 2, 3));
        small(Shape.nchw(2, 7, 5, 9), Axes.of(4, 1));
        small(Shape.nchw(1, 11, 1, 7), Axes.of(4, 1));
        large(Shape.nchw(5, 3, 179, 211), Axes.of(4, 0, 2, 3));
        large(Shape.nchw(2, 61, 1, 4327), Axes.of(4, 1));
        large(Shape.nc(8009, 67), Axes.of(2, 0));
        large(Shape.nc(1, 524_309), Axes.of(2, 1));
        large(Shape.nc(131, 769), Axes.of(2, 1));
        large(Shape.nc(67, 2801), Axes.of(2, 0));
        large(Shape.nc(307, 4211), Axes.of(2, 0));
        large(Shape.nchw(3, 509, 11, 13), Axes.of(4, 0, 2, 3));
        large(Shape.nchw(37, 211, 5, 9), Axes.of(4, 0, 2, 3));
        large(Shape.nchw(7, 101, 13, 17), Axes.of(4, 2, 3));
        large(Shape.nchw(23, 31, 13, 17), Axes.of(4, 1, 2, 3));
        elements(Shape.nchw(3, 5, 61, 71));
        elements(Shape.nchw(7, 2, 101, 97));
        elements(Shape.nchw(19, 1, 131, 127));
        groups(Shape.nchw(3, 6, 7, 11));
        groups(Shape.nchw(5, 6, 97, 83));
        groups(Shape.nhwc(3, 61, 83, 12));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Shapes that are cut inside their statistics and shared among threads. */
    private void large(Shape shape, Axes axes) {
        Tensor single = Tensor.of(shape, new float[shape.count()]);
        Tensor twice = Tensor.of(shape, new double[shape.count()]);
        fill(single, new SplittableRandom(shape.hashCode()));
        fill(twice, new SplittableRandom(shape.hashCode()));
        everyCentring(single, axes);
        pass(twice, weighted(shape, axes, Affine.Scope.CHANNEL));
    }

    private void small(Shape shape, Axes axes) {
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        Tensor single = Tensor.of(shape, new float[shape.count() + 3], 3);
        Tensor twice = Tensor.of(shape, new double[shape.count()]);
        for (int i = 0; i < shape.count(); i++) {
            single.set(i, 1000 + random.nextDouble());
            twice.set(i, 1000 + random.nextDouble());
        }
        everyCentring(single, axes);
        everyCentring(twice, axes);
        pass(single, weighted(shape, Axes.trailing(shape.rank(), 1), Affine.Scope.ELEMENT));
        pass(twice, weighted(shape, Axes.trailing(shape.rank(), 1), Affine.Scope.ELEMENT));
        fill(single, random); // near the origin, where no centre is taken off
        everyCentring(single, axes);
        pass(single, weighted(shape, Axes.trailing(shape.rank(), 1), Affine.Scope.ELEMENT));
    }

    /** A weight for each element of an example. */
    private void elements(Shape shape) {
        examples(shape, Affine.Scope.ELEMENT);
    }

    /** A weight for each three channels. */
    private void groups(Shape shape) {
        examples(shape, Affine.Scope.GROUP);
    }

    private void examples(Shape shape, Affine.Scope scope) {
        Axes axes = shape.allBut("N");
        Tensor single = Tensor.of(shape, new float[shape.count()]);
        Tensor twice = Tensor.of(shape, new double[shape.count()]);
        fill(single, new SplittableRandom(shape.hashCode()));
        fill(twice, new SplittableRandom(shape.hashCode()));
        pass(single, weighted(shape, axes, scope));
        pass(twice, weighted(shape, axes, scope));
    }

    private void everyCentring(Tensor x, Axes axes) {
        AnyAxes norm = weighted(x.shape(), axes, Affine.Scope.CHANNEL);
        pass(x, norm);
        pass(x, norm.centre(Centre.ORIGIN));
        pass(x, Given.of(norm, x.shape().count() / x.shape().count(axes)));
    }

    /** Statistics that are given. */
    private record Given(AnyAxes base, RunningMoments running) implements Derived {
        static Given of(AnyAxes base, int statistics) {
            SplittableRandom random = new SplittableRandom(statistics);
            double[] means = random.doubles(statistics, -1, 1).toArray();
            double[] variances = random.doubles(statistics, 0, 2).toArray();
            return new Given(base, RunningMoments.of(RunningRule.TORCH, means, variances, 1));
        }

        @Override
        public Optional<RunningMoments> given() {
            return Optional.of(running);
        }
    }

    private static AnyAxes weighted(Shape shape, Axes axes, Affine.Scope scope) {
        SplittableRandom random = new SplittableRandom(7);
        int entries = switch (scope) {
            case CHANNEL -> shape.channels();
            case GROUP -> shape.channels() / 3;
            case ELEMENT -> shape.count(axes);
        };
        Affine affine = Affine.identity(scope, entries);
        affine.parameters().values().forEach(p -> fill(p, random));
        return AnyAxes.of(axes).affine(affine);
    }

    private void pass(Tensor x, Normalizer norm) {
        Tensor dy = x.like(x.shape());
        fill(dy, new SplittableRandom(9));
        Normalized pass = norm.forward(x);
        add(pass.output());
        Gradients gradients = pass.backward(dy);
        add(gradients.input());
        gradients.parameters().values().forEach(this::add);
    }

    private static void fill(Tensor tensor, SplittableRandom random) {
        for (int i = 0; i < tensor.shape().count(); i++) {
            tensor.set(i, random.nextDouble() - 0.3);
        }
    }

    private void add(Tensor tensor) {
        ByteBuffer bits = ByteBuffer.allocate(8 * tensor.shape().count());
        for (int i = 0; i < tensor.shape().count(); i++) {
            bits.putDouble(tensor.get(i));
        }
        digest.update(bits.array());
    }
}
