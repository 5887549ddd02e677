package org.normlab.core.check;

/** Where the two points of a difference quotient lie; each extrapolates away its first error (Richardson 1911). */
enum Side {
    /** One step above and one below: the error is of order h². */
    BOTH(1, 1),
    /** At the element and above it: the error is of order h. */
    ABOVE(1, 0),
    /** Below the element and at it: the error is of order h. */
    BELOW(0, 1);

    private final int up;
    private final int down;

    Side(int up, int down) {
        this.up = up;
        this.down = down;
    }

    /** Steps of the upper point. */
    int up() {
        return up;
    }

    /** Steps of the lower point, downwards. */
    int down() {
        return down;
    }

    /** The limit of quotients at a step and at half of it. */
    Quotient extrapolated(Quotient whole, Quotient half) {
        double value = this == BOTH ? (4 * half.value() - whole.value()) / 3 : 2 * half.value() - whole.value();
        return new Quotient(value, half.size());
    }
}
