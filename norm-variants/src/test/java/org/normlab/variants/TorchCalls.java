package org.normlab.variants;

import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Affine;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.example.LocalResponseNorm;

/** The reference's calls as they are spelled here. */
final class TorchCalls {
    static final Map<String, Runnable> BY_ID = new TreeMap<>();

    static {
        batch();
        batchLayers();
        layer();
        group();
        instance();
        BY_ID.put("lrn_2d", () -> window(2).forward(zeros(2, 3)));
        BY_ID.put("lrn_size0", () -> window(0).forward(zeros(2, 3, 4)));
    }

    private TorchCalls() {}

    private static void batch() {
        call("bn_f_1x3_train", batch(3, Affine.none()), 1, 3);
        call("bn_f_1x3x1x1_train", batch(3, Affine.none()), 1, 3, 1, 1);
        call("bn_f_1x3x1x2_train", batch(3, Affine.none()), 1, 3, 1, 2);
        BY_ID.put("bn_f_1x3_eval", () -> frozen(3, 3).forward(zeros(1, 3)));
        call("bn_f_0x3_train", batch(3, Affine.none()), 0, 3);
        BY_ID.put("bn_f_1d_input", () -> frozen(3, 3).forward(tensor("NC", 3)));
        call("bn_at_1x3_train", batch(3, Affine.none()), 1, 3);
        BY_ID.put(
                "bn_at_1x3_train_running_var",
                () -> RunningMoments.start(3, RunningRule.TORCH)
                        .update(batch(3, Affine.none()).forward(zeros(1, 3)).moments()));
        BY_ID.put("bn_at_eval_no_mean", () -> frozen(0, 3).forward(zeros(2, 3)));
        BY_ID.put("bn_at_eval_no_var", () -> frozen(3, 0).forward(zeros(2, 3)));
        BY_ID.put("bn_at_mean_size", () -> frozen(4, 3).forward(zeros(2, 3)));
        BY_ID.put("bn_at_var_size", () -> frozen(3, 4).forward(zeros(2, 3)));
        call("bn_at_weight_size", batch(3, Affine.none().weight(tensor("C", 4))), 2, 3);
        call("bn_at_bias_size", batch(3, Affine.none().bias(tensor("C", 2))), 2, 3);
        Epsilon nothing = Epsilon.inside(0);
        call("bn_at_var0_eps0", new BatchNorm(2, Affine.none(), nothing, RunningRule.TORCH, Single.ERROR), 2, 2);
    }

    private static void batchLayers() {
        call("bn_m1d_4d", BatchNorm.of(3), 2, 3, 4, 4);
        BY_ID.put("bn_m1d_1d", () -> BatchNorm.of(3).forward(tensor("NC", 3)));
        call("bn_m2d_3d", BatchNorm.of(3), 2, 3, 4);
        call("bn_m3d_4d", BatchNorm.of(3), 2, 3, 4, 4);
        call("bn_m2d_channels", BatchNorm.of(4), 2, 3, 4, 4);
        call("bn_m2d_one_value", BatchNorm.of(3), 1, 3, 1, 1);
    }

    private static void layer() {
        BY_ID.put("ln_empty_shape", () -> LayerNorm.of().forward(zeros(1, 2, 3)));
        call("ln_weight_shape", layer(elements().weight(tensor("AB", 1, 2)), 1, 2, 3), 1, 2, 3);
        call("ln_bias_shape", layer(elements().bias(tensor("AB", 1, 2)), 1, 2, 3), 1, 2, 3);
        call("ln_mismatch", layer(Affine.none(), 2, 2), 2, 2, 3);
        BY_ID.put("ln_rank", () -> layer(Affine.none(), 2, 3).forward(tensor("C", 3)));
        call("ln_single", layer(Affine.none(), 1), 2, 1);
        call("rms_mismatch", RmsNorm.of(2, 2), 2, 2, 3);
        Affine weight = elements().weight(tensor("AB", 1, 2));
        call("rms_weight_shape", new RmsNorm(Extent.trailing(1, 2, 3), weight, Epsilon.inside(1e-5)), 1, 2, 3);
        BY_ID.put("eps_negative_ln", () -> Epsilon.inside(-0.5));
    }

    private static void group() {
        BY_ID.put("gn_1d", () -> GroupNorm.of(1, 1).forward(tensor("NC", 1)));
        BY_ID.put("gn_div", () -> GroupNorm.of(7, 2).forward(zeros(2, 7, 4)));
        BY_ID.put("gn_zero_groups", () -> GroupNorm.of(6, 0));
        BY_ID.put("gn_negative_groups", () -> GroupNorm.of(6, -2));
        call("gn_weight", group(6, Affine.none().weight(tensor("C", 2))), 2, 6);
        call("gn_weight_2d", group(6, Affine.none().weight(tensor("CA", 6, 1))), 2, 6);
        call("gn_bias", group(6, Affine.none().bias(tensor("C", 2))), 2, 6);
        call("gn_f_one_value", GroupNorm.of(3, 3), 1, 3);
        call("gn_f_one_value_batch4", GroupNorm.of(3, 3), 4, 3);
        BY_ID.put("gn_module_div", () -> GroupNorm.of(10, 3).forward(zeros(2, 10)));
    }

    private static void instance() {
        call("in_one_spatial", InstanceNorm.of(3), 2, 3, 1);
        call("in_f_one_spatial", InstanceNorm.of(3), 2, 3, 1);
        call("in_2d", InstanceNorm.of(3), 2, 3);
        BY_ID.put("in_no_stats", () -> frozen(0, 0).forward(zeros(2, 3, 4)));
        Affine four = Affine.none().weight(tensor("C", 4));
        call("in_weight", new InstanceNorm(3, four, Epsilon.inside(1e-5), Single.ERROR), 2, 3, 4);
        call("in_m2d_2d", InstanceNorm.of(4), 3, 4);
        call("in_m2d_5d", InstanceNorm.of(3), 2, 3, 4, 4, 4);
        call("in_m1d_channels", InstanceNorm.of(4), 2, 3, 5);
    }

    private static void call(String id, Normalizer normalizer, int... sizes) {
        BY_ID.put(id, () -> normalizer.forward(zeros(sizes)));
    }

    private static BatchNorm batch(int channels, Affine affine) {
        return new BatchNorm(channels, affine, Epsilon.inside(1e-5), RunningRule.TORCH, Single.ERROR);
    }

    private static LayerNorm layer(Affine affine, int... sizes) {
        return new LayerNorm(Extent.trailing(sizes), affine, Epsilon.inside(1e-5));
    }

    private static GroupNorm group(int channels, Affine affine) {
        return new GroupNorm(channels, 2, affine, Epsilon.inside(1e-5));
    }

    private static Normalizer frozen(int means, int variances) {
        RunningMoments running = RunningMoments.of(RunningRule.TORCH, new double[means], new double[variances], 0);
        return new FrozenNorm(running, Affine.none(), Epsilon.inside(1e-5));
    }

    private static LocalResponseNorm window(int size) {
        return new LocalResponseNorm(size, 1e-4, 0.75, 1, LocalResponseNorm.Window.TORCH);
    }

    private static Affine elements() {
        return Affine.none().scope(Scope.ELEMENT);
    }

    private static Tensor zeros(int... sizes) {
        return tensor(
                sizes.length == 3 ? "NCL" : sizes.length == 5 ? "NCDHW" : "NCHW".substring(0, sizes.length), sizes);
    }

    private static Tensor tensor(String layout, int... sizes) {
        Shape shape = Shape.of(layout, sizes);
        return Tensor.of(shape, new double[shape.count()]);
    }
}
