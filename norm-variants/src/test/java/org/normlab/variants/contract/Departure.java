package org.normlab.variants.contract;

/** Where a variant leaves what normalizations have in common: the only way to switch off a law. */
public enum Departure {
    /** Statistics are measured about zero: means stay, and constants are not removed. */
    NO_CENTRING,
    /** No statistic of the input is computed, so an output depends on its own element alone. */
    NO_STATISTIC,
    /** In training an output depends on other examples of the batch. */
    MIXES_EXAMPLES,
    /** The order of the examples says which of them share a statistic. */
    ORDERED_EXAMPLES,
    /** A statistic over a single value is refused. */
    REFUSES_SINGLE,
    /** A shape without spatial or time axis is refused. */
    NEEDS_POSITIONS,
    /** Axes are counted from the back, so that another memory layout is another normalization. */
    TRAILING_AXES,
    /** The output is not (x − mean)·r·weight + bias: the variant's tests bring an oracle of their own. */
    OWN_FORMULA,
    /** Some quantities carry no gradient: differences are taken with them held constant. */
    STOP_GRADIENT,
    /** The gradient is a published update, not the derivative: no difference may be compared with it. */
    APPROXIMATE,
    /** Elements share statistics of several kinds, so that what is not finite need not reach all that share one of them. */
    SEVERAL_STATISTICS,
    /** Running statistics normalize in training too, and a batch that is not finite moves none of them. */
    STATE_FIRST,
    /** Each example has parameters of its own, so that an example alone is another normalization. */
    PARAMETERS_BY_EXAMPLE,
    /** The input is a weight: its rows are no examples, and nothing pads them. */
    WEIGHTS
}
