package org.normlab.report.net.recurrent;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.Recipe;
import org.normlab.report.random.Stream;

/** The first weights of recurrent layers. */
final class Weights {
    private Weights() {}

    /** Inputs by outputs, uniform within ±gain/√units. */
    static Parameter uniform(String name, Recipe.Start start, int inputs, Shape outputs) {
        int width = outputs.count();
        Tensor value = start.precision().like(Shape.nc(inputs, width));
        Stream draws = draws(name, start, value);
        double bound = start.gain() / Math.sqrt(outputs.channels());
        for (int i = 0; i < value.shape().count(); i++) {
            value.set(i, bound * (2 * draws.uniform() - 1));
        }
        return Parameter.of(name, Parameter.Role.WEIGHT, value);
    }

    /** Units by blocks of as many units, each an orthogonal matrix times the gain (Saxe et al. 2014). */
    static Parameter orthogonal(String name, Recipe.Start start, Shape outputs) {
        int units = outputs.channels();
        int width = outputs.count();
        Tensor value = start.precision().like(Shape.nc(units, width));
        Stream draws = draws(name, start, value);
        for (int block = 0; block < width; block += units) {
            DMatrixRMaj q = orthogonal(units, draws);
            for (int i = 0; i < units * units; i++) {
                value.set(i / units * width + block + i % units, start.gain() * q.get(i));
            }
        }
        return Parameter.of(name, Parameter.Role.WEIGHT, value);
    }

    /** The Q of a Gaussian matrix, uniformly distributed since the diagonal of R is made positive (Mezzadri 2007). */
    private static DMatrixRMaj orthogonal(int size, Stream draws) {
        DMatrixRMaj gaussian = new DMatrixRMaj(size, size);
        for (int i = 0; i < size * size; i++) {
            gaussian.set(i, draws.gaussian());
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(size, size);
        qr.decompose(gaussian);
        DMatrixRMaj q = qr.getQ(null, false);
        DMatrixRMaj r = qr.getR(null, false);
        for (int i = 0; i < size * size; i++) {
            q.set(i, r.get(i % size, i % size) < 0 ? -q.get(i) : q.get(i));
        }
        return q;
    }

    private static Stream draws(String name, Recipe.Start start, Tensor value) {
        int dot = name.lastIndexOf('.');
        return start.streams()
                .with("layer", name.substring(0, dot))
                .with("parameter", name.substring(dot + 1))
                .with("shape", value.shape())
                .open("init");
    }
}
