package org.normlab.report.net;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Self-attention by scaled products (Vaswani et al. 2017): in each head, Y = P·V with P = softmax(Q·Kᵀ/√d) by rows, over the positions
 * of one sequence.
 *
 * <p>A row holds the queries, the keys and the values of a position, all heads of each side by side. Sequences stand one after the
 * other and see only themselves. Computed in double; only the output is rounded to the element type.
 */
final class Attention implements Piece {
    private final int heads;
    private final Memo<Tensor> outputs = new Memo<>(x -> rows(x, width(x)));
    private final Memo<Tensor> gradients = new Memo<>(x -> rows(x, x.shape().channels()));
    /** P of every sequence and head, from the forward to the backward pass. */
    private final List<DMatrixRMaj> shares = new ArrayList<>();

    private final DMatrixRMaj queries = new DMatrixRMaj();
    private final DMatrixRMaj keys = new DMatrixRMaj();
    private final DMatrixRMaj values = new DMatrixRMaj();
    private final DMatrixRMaj result = new DMatrixRMaj();
    private final DMatrixRMaj gradient = new DMatrixRMaj();
    private final DMatrixRMaj scores = new DMatrixRMaj();
    private Tensor inputs = Tensor.of(Shape.nc(0, 0), new float[0]);
    private int[] lengths = {};

    Attention(int heads) {
        this.heads = heads;
    }

    private static Tensor rows(Tensor x, int width) {
        return x.like(Shape.nc(x.shape().examples(), width));
    }

    private static int width(Tensor x) {
        return x.shape().channels() / 3;
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.nc(input.examples(), input.channels() / 3);
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        inputs = x;
        Tensor y = outputs.of(x);
        for (int n = 0, row = 0; n < lengths.length; row += lengths[n++]) {
            for (int head = 0; head < heads; head++) {
                DMatrixRMaj share = share(n * heads + head);
                HeadRows part = part(row, lengths[n], head);
                read(part);
                CommonOps_DDRM.multTransB(queries, keys, share);
                CommonOps_DDRM.scale(scale(part), share);
                softmax(share);
                CommonOps_DDRM.mult(share, values, result);
                part.write(result, y, 0);
            }
        }
        return y;
    }

    private HeadRows part(int row, int rows, int head) {
        int columns = width(inputs) / heads;
        return new HeadRows(row, rows, head * columns, columns);
    }

    private static double scale(HeadRows part) {
        return 1 / Math.sqrt(part.columns());
    }

    private DMatrixRMaj share(int index) {
        while (shares.size() <= index) {
            shares.add(new DMatrixRMaj());
        }
        return shares.get(index);
    }

    private void read(HeadRows part) {
        part.read(inputs, 0, queries);
        part.read(inputs, width(inputs), keys);
        part.read(inputs, 2 * width(inputs), values);
    }

    /** Each row becomes positive with sum 1. */
    private static void softmax(DMatrixRMaj scores) {
        for (int start = 0; start < scores.getNumElements(); start += scores.numCols) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = start; j < start + scores.numCols; j++) {
                largest = Math.max(largest, scores.data[j]);
            }
            double sum = 0;
            for (int j = start; j < start + scores.numCols; j++) {
                scores.data[j] = StrictMath.exp(scores.data[j] - largest);
                sum += scores.data[j];
            }
            for (int j = start; j < start + scores.numCols; j++) {
                scores.data[j] /= sum;
            }
        }
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = gradients.of(inputs);
        for (int n = 0, row = 0; n < lengths.length; row += lengths[n++]) {
            for (int head = 0; head < heads; head++) {
                backward(share(n * heads + head), part(row, lengths[n], head), dy, dx);
            }
        }
        return dx;
    }

    private void backward(DMatrixRMaj share, HeadRows part, Tensor dy, Tensor dx) {
        read(part);
        part.read(dy, 0, gradient);
        CommonOps_DDRM.multTransB(gradient, values, scores);
        CommonOps_DDRM.multTransA(share, gradient, result);
        part.write(result, dx, 2 * width(dx));
        backThroughSoftmax(share, scores, scale(part));
        CommonOps_DDRM.mult(scores, keys, result);
        part.write(result, dx, 0);
        CommonOps_DDRM.multTransA(scores, queries, result);
        part.write(result, dx, width(dx));
    }

    /** The gradient g of each row p of shares becomes factor·p·(g − Σ p·g). */
    private static void backThroughSoftmax(DMatrixRMaj shares, DMatrixRMaj gradients, double factor) {
        for (int start = 0; start < shares.getNumElements(); start += shares.numCols) {
            double mean = 0;
            for (int j = start; j < start + shares.numCols; j++) {
                mean += shares.data[j] * gradients.data[j];
            }
            for (int j = start; j < start + shares.numCols; j++) {
                gradients.data[j] = factor * shares.data[j] * (gradients.data[j] - mean);
            }
        }
    }
}
