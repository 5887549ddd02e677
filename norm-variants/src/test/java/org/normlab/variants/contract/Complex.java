package org.normlab.variants.contract;

/** A complex number. */
record Complex(double re, double im) {
    static final Complex ZERO = new Complex(0, 0);

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    /** 1/z, for an imaginary part so small that its square vanishes. */
    Complex inverse() {
        return new Complex(1 / re, -im / re / re);
    }

    /** √z, for an imaginary part so small that its square vanishes. */
    Complex root() {
        double root = Math.sqrt(re);
        return new Complex(root, im == 0 ? 0 : im / (2 * root));
    }
}
