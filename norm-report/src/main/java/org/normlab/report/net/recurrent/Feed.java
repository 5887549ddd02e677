package org.normlab.report.net.recurrent;

import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;

/** The inputs of a batch without padding, and their products with weights. */
interface Feed {
    /** Takes in the valid positions of a batch. */
    void take(Tensor x);

    /** Adds x·weight to u, a row each valid position. */
    void multiply(Matrix weight, Matrix u);

    /** Adds xᵀ·du to the gradient of the weight. */
    void addWeightGradient(Matrix du, Matrix gradient);

    /** Adds du·weightᵀ to the gradient of the inputs. */
    void addInputGradient(Matrix du, Matrix weight);

    /** Overwrites dx, in the shape of the inputs, with the gradient gathered since the last time; 0 in padding. */
    void handOver(Tensor dx);
}
