package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

class MatMulTest {
    private final SplittableRandom random = new SplittableRandom(1);

    /** Rows, columns and depth: one, primes, around the tile of 8 by 32, and every way of transposing. */
    static Stream<Arguments> sizes() {
        int[][] sizes = {{1, 1, 1}, {2, 3, 5}, {7, 31, 11}, {8, 32, 13}, {9, 33, 17}, {17, 64, 3}, {19, 101, 23}};
        return Stream.of(sizes).flatMap(s -> Stream.of(0, 1, 2, 3).map(t -> Arguments.of(s[0], s[1], s[2], t)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyElementIsOneChainOfFusedMultiplyAdds(int m, int n, int k, int transposed) {
        Matrix a = matrix(m, k, (transposed & 1) != 0);
        Matrix b = matrix(k, n, (transposed & 2) != 0);
        Tensor c = tensor(m, n);
        double[] expected = c.toArray();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = (float) expected[i * n + j];
                for (int l = 0; l < k; l++) {
                    sum = Math.fma((float) element(a, i, l), (float) element(b, l, j), sum);
                }
                expected[i * n + j] = sum;
            }
        }
        new MatMul().add(a, b, Matrix.of(c));
        assertThat(c.toArray()).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void floatsAgreeWithDoublesWithinTheRoundingOfTheirChain(int m, int n, int k, int transposed) {
        Matrix a = matrix(m, k, (transposed & 1) != 0);
        Matrix b = matrix(k, n, (transposed & 2) != 0);
        Tensor c = tensor(m, n);
        Tensor exact = doubles(c);
        new MatMul().add(widened(a), widened(b), Matrix.of(exact));
        new MatMul().add(a, b, Matrix.of(c));
        // |error| <= k ulp of the sum of magnitudes (Higham 2002, 3.1); the elements are below 1 in magnitude
        double bound = k * (k + 1) * Math.ulp(1f);
        for (int i = 0; i < m * n; i++) {
            assertThat(Math.abs(c.get(i) - exact.get(i))).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    @Tag("with-vector")
    void scalarAndVectorProductsHaveTheSameBits() {
        assertThat(MatMul.kernel()).as("the build passes the flag").isEqualTo("vector product");
        Matrix a = matrix(29, 37, false);
        Matrix b = matrix(37, 71, false);
        Tensor scalar = tensor(29, 71);
        Tensor vector = scalar.copy();
        new ScalarProduct().add(operand(a), operand(b), operand(Matrix.of(scalar)));
        new VectorProduct().add(operand(a), operand(b), operand(Matrix.of(vector)));
        assertThat(vector.toArray()).containsExactly(scalar.toArray());
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new MatMul().add(matrix(2, 3, false), matrix(5, 7, false), Matrix.of(tensor(2, 7))))
                .isInstanceOf(NormException.class)
                .hasMessage("MatMul: a, b, c = 2x3 float32, 5x7 float32, 2x7 float32 sizes do not fit; "
                        + "use m by k, k by n and m by n");
    }

    private static Operand operand(Matrix matrix) {
        return new Operand().view(matrix);
    }

    private Matrix matrix(int rows, int columns, boolean transposed) {
        return transposed
                ? Matrix.of(tensor(columns, rows), rows).transposed()
                : Matrix.of(tensor(rows, columns), columns);
    }

    private Tensor tensor(int rows, int columns) {
        Tensor tensor = Tensor.of(Shape.nc(rows, columns), new float[rows * columns]);
        for (int i = 0; i < rows * columns; i++) {
            tensor.set(i, random.nextDouble(-1, 1));
        }
        return tensor;
    }

    private static Tensor doubles(Tensor tensor) {
        return Tensor.of(tensor.shape(), tensor.toArray());
    }

    private static Matrix widened(Matrix m) {
        Tensor wide = doubles(m.tensor());
        return m.isTransposed() ? Matrix.of(wide, m.rows()).transposed() : Matrix.of(wide, m.columns());
    }

    private static double element(Matrix m, int row, int column) {
        return m.tensor().get(m.isTransposed() ? column * m.rows() + row : row * m.columns() + column);
    }
}
