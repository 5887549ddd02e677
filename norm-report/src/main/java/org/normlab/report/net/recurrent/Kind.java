package org.normlab.report.net.recurrent;

/** Which recurrent layer. x is the input, h the state, ' the step before, s the sigmoid; p = W·x and q = U·h', normalized or not. */
public enum Kind {
    /** h = tanh(p + q + b) (Elman 1990). */
    RNN,
    /** f, i, o, g = p + q + b; c = s(f)·c' + s(i)·tanh(g); h = s(o)·tanh(c) (Hochreiter and Schmidhuber 1997, Gers et al. 2000). */
    LSTM,
    /** z, r = s(p + q + b); n = tanh(p + b + r·q) with weights of its own; h = (1 − z)·h' + z·n (Cho et al. 2014). */
    GRU
}
