package org.normlab.report.bench;

/** What is timed. */
public enum Pass {
    /** Training: statistics of the input, then the output. */
    FORWARD("forward", 2),
    /** Evaluation: running statistics where the variant has them, else the same as training. */
    EVALUATION("eval", 2),
    /** The gradients of input, weight and bias after a forward pass in training. */
    BACKWARD("backward", 3);

    private final String label;
    private final int tensors;

    Pass(String label, int tensors) {
        this.label = label;
        this.tensors = tensors;
    }

    /** The pass as tables name it. */
    String label() {
        return label;
    }

    /** How many tensors of the input's size must move: x and y, or x, dy and dx. */
    int tensors() {
        return tensors;
    }
}
