package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;
import org.normlab.report.text.Numbers;

/**
 * An input on which statistics in float lose digits.
 *
 * @param workload variant and shape
 * @param name what it is
 * @param x makes it, the same each time
 */
record HardInput(Workload workload, String name, Supplier<Tensor> x) {
    private static final double[] OFFSETS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** Offsets of 1 to a million standard deviations, nearly constant values, and a group of ten million. */
    static List<HardInput> all() {
        List<HardInput> all = new ArrayList<>();
        for (Workload workload : List.of(
                workload("batch", Shape.nchw(8, 6, 17, 19), Map.of()),
                workload("layer", Shape.nc(33, 768), Map.of()),
                workload("group", Shape.nchw(4, 24, 17, 19), Map.of("groups", "8")),
                workload("instance", Shape.nchw(4, 6, 33, 35), Map.of("affine", "channel")))) {
            Arrays.stream(OFFSETS).forEach(offset -> all.add(offset(workload, offset)));
            all.add(new HardInput(
                    workload, "constant but for units in the last place", () -> nearlyConstant(workload)));
        }
        Workload huge = workload("group", Shape.nchw(1, 4, 1600, 1601), Map.of("groups", "1"));
        Arrays.stream(new double[] {1, 1e3, 1e6}).forEach(offset -> all.add(offset(huge, offset)));
        return all;
    }

    private static Workload workload(String variant, Shape shape, Map<String, String> options) {
        return new Workload(variant, shape, "", options);
    }

    private static HardInput offset(Workload workload, double offset) {
        return new HardInput(workload, "offset " + Numbers.exact(offset) + " sd", () -> {
            Stream stream = Streams.root(1).with("offset", offset).open("accuracy");
            float[] values = new float[workload.shape().count()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (offset + stream.gaussian());
            }
            return Tensor.of(workload.shape(), values);
        });
    }

    /** 1000 everywhere, and every 101st value the next float. */
    private static Tensor nearlyConstant(Workload workload) {
        float[] values = new float[workload.shape().count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 101 == 0 ? Math.nextUp(1000f) : 1000f;
        }
        return Tensor.of(workload.shape(), values);
    }
}
