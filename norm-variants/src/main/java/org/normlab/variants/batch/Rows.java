package org.normlab.variants.batch;

import org.normlab.core.Shape;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Sample;

/** Values by position and channel: element {@code position(p) + c·stride} of an array. */
record Rows(double[] values, int[] positions, int stride, Mask mask) {

    /** What becomes of a value of a channel. */
    interface Centred {
        double of(int channel, double value);
    }

    static Rows of(Sample sample, Centred centred) {
        Shape shape = sample.shape();
        int stride = shape.stride('C');
        int[] positions = new int[shape.count() / shape.channels()];
        for (int p = 0; p < positions.length; p++) {
            positions[p] = p / stride * stride * shape.channels() + p % stride;
        }
        double[] values =
                sample.map(i -> sample.mask().valid(i) ? centred.of(i / stride % shape.channels(), sample.get(i)) : 0);
        return new Rows(values, positions, stride, sample.mask());
    }

    Rows with(double[] others) {
        return new Rows(others, positions, stride, mask);
    }

    private double get(int position, int channel) {
        return values[positions[position] + channel * stride];
    }

    private long count(int channel) {
        long count = 0;
        for (int position : positions) {
            count += mask.valid(position + channel * stride) ? 1 : 0;
        }
        return count;
    }

    /** The mean products of the channels of a group with those of other values: K by K, this by rows. */
    double[] product(Rows other, int first, int size) {
        double[] product = new double[size * size];
        for (int p = 0; p < positions.length; p++) {
            for (int k = 0; k < product.length; k++) {
                product[k] += get(p, first + k / size) * other.get(p, first + k % size);
            }
        }
        return product;
    }

    double[] covariance(int first, int size) {
        double[] covariance = product(this, first, size);
        long count = count(first);
        for (int k = 0; k < covariance.length; k++) {
            covariance[k] /= count;
        }
        return covariance;
    }

    /** Writes matrix·values of a group into z. */
    void multiply(double[] matrix, int first, double[] z) {
        int size = (int) Math.round(Math.sqrt(matrix.length));
        for (int position : positions) {
            for (int k = 0; k < matrix.length; k++) {
                int column = position + (first + k % size) * stride;
                z[position + (first + k / size) * stride] += matrix[k] * values[column];
            }
        }
    }

    /** The gradient of the centred values, centred: W·q + (dΣ + dΣᵀ)·values/m. */
    void pull(double[] root, Rows centred, double[] inner, int first, double[] dx) {
        multiply(root, first, dx);
        int size = (int) Math.round(Math.sqrt(root.length));
        double[] twice = new double[inner.length];
        long count = count(first);
        for (int k = 0; k < twice.length; k++) {
            twice[k] = (inner[k] + inner[k % size * size + k / size]) / count;
        }
        centred.multiply(twice, first, dx);
        for (int channel = first; channel < first + size; channel++) {
            centre(dx, channel);
        }
    }

    private void centre(double[] dx, int channel) {
        double sum = 0;
        for (int position : positions) {
            int i = position + channel * stride;
            sum += mask.valid(i) ? dx[i] : 0;
        }
        double mean = sum / count(channel);
        for (int position : positions) {
            dx[position + channel * stride] -= mean;
        }
    }
}
