package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.normlab.core.Affine;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.contract.Bits;
import org.normlab.variants.contract.Sample;
import org.normlab.variants.contract.Samples;
import org.normlab.variants.contract.Setting;

/** Where two variants are one, bit for bit: outputs, statistics and gradients. */
class IdentityProperties {
    private static final int TRIES = 40;

    @Provide
    Arbitrary<Sample> samples() {
        return Samples.withPositions();
    }

    @Property(tries = TRIES)
    void law8_groupsOfOneChannelAreInstances(@ForAll("samples") Sample sample) {
        Setting setting = sample.setting();
        Normalizer group = new GroupNorm(setting.channels(), setting.channels(), setting.affine(), setting.epsilon());
        assertSame(sample, group, instance(setting));
    }

    @Property(tries = TRIES)
    void law8_oneGroupIsTheWholeExample(@ForAll("samples") Sample sample) {
        Setting setting = sample.setting();
        Normalizer group = new GroupNorm(setting.channels(), 1, setting.affine(), setting.epsilon());
        Normalizer layer = new LayerNorm(new Extent.Example(), setting.affine(), setting.epsilon());
        assertSame(sample, group, layer);
    }

    @Property(tries = TRIES)
    void law8_aBatchOfOneExampleIsAnInstance(@ForAll("samples") Sample sample) {
        int[] sizes = sample.shape().sizes();
        sizes[0] = 1;
        Sample one =
                sample.setting(sample.setting().shape(Shape.of(sample.shape().layout(), sizes)));
        Setting setting = one.setting();
        Normalizer batch =
                new BatchNorm(setting.channels(), setting.affine(), setting.epsilon(), RunningRule.TORCH, Single.ERROR);
        assertSame(one, batch, instance(setting));
    }

    @Property(tries = TRIES)
    void trailingAxesOfAWholeExampleAreThatExample(@ForAll("samples") Sample sample) {
        Setting setting = sample.setting();
        int[] sizes =
                Arrays.copyOfRange(sample.shape().sizes(), 1, sample.shape().rank());
        Affine affine = setting.affine(Scope.ELEMENT, sample.shape().layout().substring(1));
        Normalizer trailing = new LayerNorm(Extent.trailing(sizes), affine, setting.epsilon());
        assertSame(sample, trailing, new LayerNorm(new Extent.Example(), affine, setting.epsilon()));
    }

    @Property(tries = TRIES)
    void law16_theFrozenIdentityIsTheIdentity(@ForAll("samples") Sample sample) {
        Tensor x = sample.x();
        Normalized pass = FrozenNorm.identity(sample.setting().channels()).forward(x);
        Tensor dy = sample.dy();
        Tensor dx = pass.backward(dy).input();
        for (int i = 0; i < x.shape().count(); i++) {
            // == because −0 may become +0
            assertThat(pass.output().get(i) == x.get(i) && dx.get(i) == dy.get(i))
                    .as("%s became %s", x.get(i), pass.output().get(i))
                    .isTrue();
        }
    }

    private static Normalizer instance(Setting setting) {
        return new InstanceNorm(setting.channels(), setting.affine(), setting.epsilon(), Single.ERROR);
    }

    private static void assertSame(Sample sample, Normalizer one, Normalizer other) {
        Normalized first = one.forward(sample.x());
        Normalized second = other.forward(sample.x());
        Bits.assertSame(first.output(), second.output());
        Bits.assertSame(first.backward(sample.dy()), second.backward(sample.dy()));
    }
}
