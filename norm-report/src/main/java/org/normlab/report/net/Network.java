package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * A network: pieces in a row from inputs to logits, with forward, backward and parameters.
 *
 * <p>Serves one thread at a time. Once a batch of some shape has passed, further passes over the same tensor allocate nothing.
 */
public final class Network {
    private final Chain chain;
    private final List<Piece> parts;
    private final List<Parameter> parameters;
    private final Memo<Tensor> logitGradients = new Memo<>(logits -> logits.like(logits.shape()));

    /**
     * A network of these pieces.
     *
     * @param input the shape of a batch of one example
     * @param pieces in the order of the forward pass
     * @throws NormException if a piece has no meaning for the shape that reaches it; the message says why
     */
    Network(Shape input, List<Piece> pieces) {
        chain = new Chain(pieces);
        chain.shape(input);
        parts = chain.parts().toList();
        parameters = chain.parameters();
    }

    /**
     * From inputs to logits.
     *
     * @param x one example a row of the first axis; must stay as it is until the backward pass
     * @param mode what the pass is for
     * @return one row of logits an example, valid until the next forward pass
     */
    public Tensor forward(Tensor x, Mode mode) {
        return chain.forward(x, mode);
    }

    /**
     * A forward pass in training and the backward pass of its loss: adds the gradients of all parameters.
     *
     * @param x one example a row of the first axis; not modified
     * @param labels the class of each example; not modified
     * @return the mean cross-entropy of the batch, in nats; if it is not finite, nor are the gradients
     */
    public double lossAndGradients(Tensor x, int[] labels) {
        Tensor logits = chain.forward(x, Mode.TRAIN);
        Tensor gradient = logitGradients.of(logits);
        double loss = SoftmaxCrossEntropy.lossAndGradient(logits, labels, gradient);
        chain.backwardToParameters(gradient);
        return loss;
    }

    /**
     * The backward pass of the last forward pass: adds the gradients of all parameters.
     *
     * @param logitGradient the gradient of a loss with respect to the logits; not modified
     * @return the gradient with respect to the inputs, valid until the next backward pass
     */
    public Tensor backward(Tensor logitGradient) {
        return chain.backward(logitGradient);
    }

    /**
     * All that the network learns.
     *
     * @return the parameters themselves, in the order of the forward pass
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * How much of each sequence counts in the passes to come; networks without a time axis do not care.
     *
     * @param lengths the number of steps of each example; read by each pass, not modified
     */
    public void lengths(int... lengths) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).lengths(lengths);
        }
    }

    /**
     * How large the gradient of the states was in the last backward pass, back through time.
     *
     * @return its norm so many steps before the last, the root of the mean square over examples; empty without a time axis
     */
    public double[] gradientByTime() {
        return parts.stream()
                .map(Piece::gradientByTime)
                .filter(norms -> norms.length > 0)
                .findFirst()
                .orElse(new double[0]);
    }

    /** Drops the moments gathered by passes with {@link Mode#GATHER}. */
    public void forget() {
        parts.forEach(Piece::forget);
    }

    /**
     * Whether training leaves statistics behind that evaluation uses in place of the batch's.
     *
     * @return false if all ways to evaluate the network are the same
     */
    public boolean hasRunningMoments() {
        return parts.stream().anyMatch(Piece::hasRunningMoments);
    }

    /**
     * The fewest values that one statistic of any normalization was computed over in the last pass on a batch.
     *
     * @return empty if the network has no statistics
     */
    public Optional<Long> valuesPerStatistic() {
        return parts.stream()
                .flatMap(part -> part.valuesPerStatistic().stream())
                .min(Long::compare);
    }
}
