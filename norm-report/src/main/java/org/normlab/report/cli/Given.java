package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;
import org.normlab.variants.Description;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;

/**
 * What was given for a variant: options, and parameters or state by name.
 *
 * @param variant whose they are
 * @param options by key
 * @param arrays by name
 */
record Given(Variant variant, Map<String, String> options, Map<String, NdArray> arrays) {
    private static final List<String> LEARNED = List.of("weight", "bias");
    private static final String AFFINE = "affine";

    static Given read(Variant variant, Map<String, String> options, Map<String, Path> files) {
        Map<String, NdArray> arrays = new TreeMap<>();
        files.forEach((name, file) -> arrays.put(name, Npy.read(file)));
        return new Given(variant, options, arrays);
    }

    /** A fresh normalizer that has a place for each of the arrays, as far as the variant has one. */
    Normalizer create(Tensor x) {
        Map<String, String> all = new HashMap<>(options);
        Description description = variant.description();
        if (!x.isFloat32() && description.options().contains("parameters")) {
            all.putIfAbsent("parameters", "float64");
        }
        if (arrays.containsKey("running_mean") && description.options().contains("track")) {
            all.putIfAbsent("track", "on");
        }
        Normalizer usual = variant.create(Options.of(description, x.shape(), all));
        Map<String, String> more = new HashMap<>(all);
        if (lacksAffine(usual) && description.options().contains(AFFINE)) {
            more.putIfAbsent(AFFINE, "channel");
        }
        if (lacks(usual, "bias") && description.options().contains("bias")) {
            more.putIfAbsent("bias", "on");
        }
        return more.equals(all) ? usual : variant.create(Options.of(description, x.shape(), more));
    }

    private boolean lacksAffine(Normalizer normalizer) {
        return LEARNED.stream().noneMatch(normalizer.parameters()::containsKey)
                && LEARNED.stream().anyMatch(arrays::containsKey);
    }

    private boolean lacks(Normalizer normalizer, String name) {
        return arrays.containsKey(name) && !normalizer.parameters().containsKey(name);
    }

    /** The arrays as tensors, each of a shape that its parameter can have. */
    Map<String, Tensor> tensors(Normalizer normalizer, Shape x) {
        Map<String, Tensor> tensors = new TreeMap<>();
        arrays.forEach((name, array) -> {
            Optional<Tensor> parameter =
                    Optional.ofNullable(normalizer.parameters().get(name));
            parameter.ifPresent(own -> check(normalizer, name, array, own.shape(), x));
            tensors.put(name, flat(array));
        });
        return tensors;
    }

    private static void check(Normalizer normalizer, String name, NdArray array, Shape own, Shape x) {
        int[] sizes = array.sizes();
        int[] all = x.sizes();
        int rank = sizes.length;
        boolean trailing =
                rank <= all.length && Arrays.equals(sizes, Arrays.copyOfRange(all, all.length - rank, all.length));
        boolean conditional = rank == 2 && sizes[0] == x.examples() && sizes[1] == x.channels();
        if (array.count() != own.count()
                || rank > 1 && !trailing && !conditional && !Arrays.equals(sizes, own.sizes())) {
            throw NormException.about(Kind.SHAPE, normalizer.name(), name, Arrays.toString(sizes))
                    .because("does not fit " + x, "give a vector of " + own.count() + " entries");
        }
    }

    private static Tensor flat(NdArray array) {
        double[] values = new double[array.count()];
        Arrays.setAll(values, array::get);
        return Tensor.of(Shape.of("C", values.length), values);
    }
}
