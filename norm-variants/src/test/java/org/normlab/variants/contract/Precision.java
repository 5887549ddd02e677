package org.normlab.variants.contract;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The element type of a tensor, with its unit of rounding. */
public enum Precision {
    /** 24 significant bits. */
    FLOAT32(0x1p-24, Float.MIN_VALUE),
    /** 53 significant bits. */
    FLOAT64(0x1p-53, Double.MIN_VALUE);

    private final double unit;
    private final double smallest;

    Precision(double unit, double smallest) {
        this.unit = unit;
        this.smallest = smallest;
    }

    /** The largest relative error of rounding to nearest. */
    public double unit() {
        return unit;
    }

    /** The smallest subnormal. */
    public double smallest() {
        return smallest;
    }

    /** The spacing of this type at a value. */
    public double ulp(double value) {
        return this == FLOAT32 ? Math.ulp((float) value) : Math.ulp(value);
    }

    /** A new tensor of these values, rounded to this type. */
    public Tensor tensor(Shape shape, double... values) {
        if (this == FLOAT64) {
            return Tensor.of(shape, values.clone());
        }
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return Tensor.of(shape, rounded);
    }
}
