package org.normlab.report.net;

import org.normlab.core.Tensor;

/**
 * The loss −log softmax(logits)[label] of an example, in nats, and its gradient.
 *
 * <p>Computed in double from logits minus their largest, with {@link StrictMath}. Sums run in memory order.
 */
public final class SoftmaxCrossEntropy {
    private SoftmaxCrossEntropy() {}

    /**
     * The mean loss of a batch, and its gradient with respect to the logits: (softmax − one-hot label)/examples.
     *
     * @param logits one row an example; not modified
     * @param labels the class of each example; not modified
     * @param gradient in the shape of the logits; overwritten
     * @return the mean loss; not finite if a logit is not
     */
    public static double lossAndGradient(Tensor logits, int[] labels, Tensor gradient) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += row(logits, i, labels[i], gradient, 1.0 / labels.length);
        }
        return sum / labels.length;
    }

    private static double row(Tensor logits, int example, int label, Tensor gradient, double share) {
        int classes = logits.shape().channels();
        int row = example * classes;
        double largest = largest(logits, row, classes);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double power = StrictMath.exp(logits.get(row + k) - largest);
            sum += power;
            gradient.set(row + k, power);
        }
        for (int k = 0; k < classes; k++) {
            gradient.set(row + k, (gradient.get(row + k) / sum - (k == label ? 1 : 0)) * share);
        }
        return StrictMath.log(sum) + largest - logits.get(row + label);
    }

    /**
     * The loss of one example.
     *
     * @param logits one row an example; not modified
     * @param example its row
     * @param label its class
     * @return not finite if a logit is not
     */
    public static double loss(Tensor logits, int example, int label) {
        int classes = logits.shape().channels();
        int row = example * classes;
        double largest = largest(logits, row, classes);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += StrictMath.exp(logits.get(row + k) - largest);
        }
        return StrictMath.log(sum) + largest - logits.get(row + label);
    }

    /**
     * Whether an example is classified wrongly: another logit is at least as large as the label's, or one of them is NaN.
     *
     * @param logits one row an example; not modified
     * @param example its row
     * @param label its class
     * @return false if the label's logit is the single largest
     */
    public static boolean isWrong(Tensor logits, int example, int label) {
        int classes = logits.shape().channels();
        double own = logits.get(example * classes + label);
        int beaten = 0;
        for (int k = 0; k < classes; k++) {
            beaten += own > logits.get(example * classes + k) ? 1 : 0;
        }
        return beaten < classes - 1;
    }

    private static double largest(Tensor logits, int row, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, logits.get(row + k));
        }
        return largest;
    }
}
