package org.normlab.report.net;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * One encoder block of a transformer over sequences of different lengths (Vaswani et al. 2017): embedding, self-attention, two dense
 * layers, the mean over the positions of each sequence.
 *
 * <p>The valid positions of all sequences stand one after the other as rows of a tensor NC, so that padding is never read and a norm is
 * one of NC: layer norm sees a position, batch norm all valid positions of the batch. With {@link Placement#BEFORE_ACTIVATION} the norm
 * is the first step of both residual branches, and there is a last one before the mean ("pre", Xiong et al. 2020); with {@link
 * Placement#AFTER_ACTIVATION} it follows each residual sum ("post", Vaswani et al. 2017).
 *
 * @param inputs channels of a step of sequences NTC, or how many different symbols sequences NT have
 * @param width elements of a position
 * @param heads how many parts of a position attend apart; a divisor of the width
 * @param hidden units of the first dense layer
 */
public record Encoder(int inputs, int width, int heads, int hidden) {
    /**
     * Checks that every head has as many elements.
     *
     * @param inputs channels of a step of sequences NTC, or how many different symbols sequences NT have
     * @param width elements of a position
     * @param heads how many parts of a position attend apart; a divisor of the width
     * @param hidden units of the first dense layer
     * @throws NormException OPTION if the heads do not divide the width
     */
    public Encoder {
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw NormException.about(Kind.OPTION, "transformer", "width", width)
                    .because("is no multiple of " + heads + " heads", "use a multiple");
        }
    }
}
