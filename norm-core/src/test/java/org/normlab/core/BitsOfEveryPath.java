package org.normlab.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.normlab.core.kernel.Kernels;

/** A program that prints which kernel runs and a digest of the bits of many passes: rows and columns, both types, all sizes. */
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
        pool.shutdown();
        System.out.println(Kernels.description());
        System.out.println(bits);
    }

    private String all() {
        for (int columns : COLUMNS) {
            for (int rows : ROWS) {
                both(Shape.nc(rows, columns), Axes.of(2, 0));
                both(Shape.nc(rows, columns), Axes.of(2, 1));
            }
        }
        both(Shape.nchw(3, 5, 7, 11), Axes.of(4, 0, 2, 3));
        both(Shape.nchw(2, 3, 67, 71), Axes.of(4, 0, 2, 3));
        both(Shape.nhwc(19, 7, 2, 5), Axes.of(4, 1, 3));
        both(Shape.nchw(2, 7, 5, 9), Axes.of(4, 1));
        both(Shape.nchw(1, 11, 1, 7), Axes.of(4, 1));
        large(Shape.nchw(5, 3, 179, 211), Axes.of(4, 0, 2, 3));
        large(Shape.nchw(2, 61, 1, 4327), Axes.of(4, 1));
        large(Shape.nc(8009, 67), Axes.of(2, 0));
        large(Shape.nc(1, 524_309), Axes.of(2, 1));
        large(Shape.nc(131, 769), Axes.of(2, 1));
        large(Shape.nc(67, 2801), Axes.of(2, 0));
        large(Shape.nchw(3, 509, 11, 13), Axes.of(4, 0, 2, 3));
        large(Shape.nchw(7, 101, 13, 17), Axes.of(4, 2, 3));
        large(Shape.nchw(23, 31, 13, 17), Axes.of(4, 1, 2, 3));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Shapes that are cut inside their statistics and shared among threads. */
    private void large(Shape shape, Axes axes) {
        Tensor x = Tensor.of(shape, new float[shape.count()]);
        fill(x, new SplittableRandom(shape.hashCode()));
        pass(x, axes, Affine.Scope.CHANNEL);
    }

    private void both(Shape shape, Axes axes) {
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        Tensor single = Tensor.of(shape, new float[shape.count() + 3], 3);
        Tensor twice = Tensor.of(shape, new double[shape.count()]);
        for (int i = 0; i < shape.count(); i++) {
            single.set(i, 1000 + random.nextDouble());
            twice.set(i, 1000 + random.nextDouble());
        }
        pass(single, axes, Affine.Scope.CHANNEL);
        pass(twice, axes, Affine.Scope.CHANNEL);
        pass(single, Axes.trailing(shape.rank(), 1), Affine.Scope.ELEMENT);
        fill(single, random); // near the origin, where no centre is taken off
        pass(single, axes, Affine.Scope.CHANNEL);
        pass(single, Axes.trailing(shape.rank(), 1), Affine.Scope.ELEMENT);
    }

    private void pass(Tensor x, Axes axes, Affine.Scope scope) {
        SplittableRandom random = new SplittableRandom(7);
        int entries = scope == Affine.Scope.CHANNEL
                ? x.shape().channels()
                : x.shape().size(x.shape().rank() - 1);
        Affine affine = Affine.identity(scope, entries);
        affine.parameters().values().forEach(p -> fill(p, random));
        Tensor dy = x.like(x.shape());
        fill(dy, random);
        Normalized pass = AnyAxes.of(axes).affine(affine).forward(x);
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
