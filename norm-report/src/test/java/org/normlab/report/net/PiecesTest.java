package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;

class PiecesTest {
    private static final Streams STREAMS = Streams.root(1);

    /** The definition: out[n,y,x,k] = Σ over patch and channels in[n,y+dy,x+dx,c]·weight[dy,dx,c,k]; integers, so exact. */
    @Test
    void aConvolutionIsTheSumOverItsPatch() {
        int height = 3;
        int width = 5;
        Tensor x = counting(Shape.nhwc(2, height, width, 2));
        Tensor weight = counting(Shape.nc(18, 3));
        Parameter parameter = Parameter.of("weight", Parameter.Role.WEIGHT, weight);
        Tensor y = new Convolution(new MatMul(), parameter, Optional.empty()).forward(x, Mode.TRAIN);
        assertThat(y.shape()).isEqualTo(Shape.nhwc(2, height, width, 3));
        for (int i = 0; i < y.shape().count(); i++) {
            int pixel = i / 3;
            double sum = 0;
            for (int j = 0; j < 18; j++) {
                int row = pixel / width % height + j / 6 - 1;
                int column = pixel % width + j / 2 % 3 - 1;
                boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                int neighbour = pixel + (j / 6 - 1) * width + j / 2 % 3 - 1;
                sum += inside ? x.get(neighbour * 2 + j % 2) * weight.get(j * 3 + i % 3) : 0;
            }
            assertThat(y.get(i)).isEqualTo(sum);
        }
    }

    @Test
    void theFastRectifierIsTheActivation() {
        Tensor x = Tensor.of(Shape.nc(2, 3), -1f, 0f, 2f, Float.NaN, -0f, Float.POSITIVE_INFINITY);
        Tensor dy = Tensor.of(Shape.nc(2, 3), 1f, 2f, 3f, 5f, 7f, 11f);
        Piece plain = new Activate(Activation.RELU);
        Piece fast = new Rectifier();
        assertThat(fast.forward(x, Mode.TRAIN).toArray())
                .containsExactly(plain.forward(x, Mode.TRAIN).toArray());
        assertThat(fast.backward(dy).toArray())
                .containsExactly(plain.backward(dy).toArray());
    }

    @Test
    void anAveragePoolLeavesAnOddRowOut() {
        Tensor y = new AveragePool().forward(counting(Shape.nhwc(1, 3, 2, 1)), Mode.TRAIN);
        assertThat(y.toArray()).containsExactly((1 + 2 + 3 + 4) / 4.0);
    }

    @Test
    void whatASmallShareDropsALargerOneDropsToo() {
        Tensor x = ones(1009);
        double[] few = new Dropout(0.25, STREAMS).forward(x, Mode.TRAIN).toArray();
        double[] many = new Dropout(0.5, STREAMS).forward(x, Mode.TRAIN).toArray();
        for (int i = 0; i < few.length; i++) {
            assertThat(few[i]).isIn(0.0, 1 / 0.75);
            assertThat(many[i]).isIn(few[i] == 0 ? new Object[] {0.0} : new Object[] {0.0, 2.0});
        }
        // four standard deviations of a binomial share
        assertThat(DoubleStream.of(many).filter(v -> v == 0).count() / 1009.0)
                .isBetween(0.5 - 4 * 0.5 / Math.sqrt(1009), 0.5 + 4 * 0.5 / Math.sqrt(1009));
    }

    @Test
    void dropoutDrawsAnewEachStepAndLeavesEvaluationAlone() {
        Tensor x = ones(101);
        Dropout dropout = new Dropout(0.5, STREAMS);
        double[] first = dropout.forward(x, Mode.TRAIN).toArray();
        double[] gradient = dropout.backward(x).toArray();
        assertThat(gradient).containsExactly(first);
        assertThat(dropout.forward(x, Mode.TRAIN).toArray()).isNotEqualTo(first);
        assertThat(dropout.forward(x, Mode.RUNNING)).isSameAs(x);
        assertThat(dropout.backward(x)).isSameAs(x);
    }

    @Test
    void aBiasStandsOnlyWhereTheNormHasNone() {
        assertThat(names("batch"))
                .containsExactly(
                        "hidden1.weight", "hidden1.norm.bias", "hidden1.norm.weight", "out.weight", "out.bias");
        assertThat(names("rms")).contains("hidden1.bias");
    }

    private static List<String> names(String norm) {
        Recipe recipe = Arms.recipe(Arms.all().get(norm), Activation.RELU, Arms.float64());
        Network network = Networks.mlp(Shape.nc(1, 3), List.of(4), 2, recipe);
        return network.parameters().stream().map(Parameter::name).toList();
    }

    @Test
    void aNormWithoutMeaningSaysWhy() {
        Recipe recipe = Arms.recipe(Arms.all().get("instance"), Activation.RELU, Arms.float64());
        assertThatThrownBy(() -> Networks.mlp(Shape.nc(1, 3), List.of(4), 2, recipe))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("has no spatial axis");
    }

    @Test
    void armsShareTheirFirstWeights() {
        Recipe recipe = Arms.recipe(Arms.all().get("batch"), Activation.RELU, Arms.float64());
        Recipe.Start he = new Recipe.Start(Initialization.HE, 1, recipe.start().streams(), Arms.float64());
        Recipe other =
                new Recipe(Arms.all().get("none"), recipe.placement(), recipe.activation(), recipe.dropout(), he);
        double[] a = firstWeights(recipe);
        double[] b = firstWeights(other);
        // the draw times √(1/7) and times √(6/7): both products round, so two ulps
        assertThat(b[5]).isCloseTo(a[5] * Math.sqrt(6), org.assertj.core.data.Offset.offset(2 * Math.ulp(b[5])));
    }

    private static double[] firstWeights(Recipe recipe) {
        return Networks.mlp(Shape.nc(1, 7), List.of(4), 2, recipe)
                .parameters()
                .get(0)
                .value()
                .toArray();
    }

    private static Tensor counting(Shape shape) {
        Tensor tensor = Tensor.of(shape, new float[shape.count()]);
        for (int i = 0; i < shape.count(); i++) {
            tensor.set(i, i + 1);
        }
        return tensor;
    }

    private static Tensor ones(int count) {
        Tensor tensor = Tensor.of(Shape.nc(1, count), new double[count]);
        for (int i = 0; i < count; i++) {
            tensor.set(i, 1);
        }
        return tensor;
    }
}
