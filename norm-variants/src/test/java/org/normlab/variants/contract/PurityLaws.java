package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.normlab.core.Gradients;
import org.normlab.core.NormException;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** What a pass leaves alone, and that it gives the same bits each time. */
public interface PurityLaws extends Subject {

    /** Law 22: forward and backward modify neither input nor parameters nor dy. */
    @Property(tries = NormalizerContract.TRIES)
    default void law22_nothingIsModified(@ForAll("samples") Sample sample) {
        Normalizer normalizer = subject(sample.setting());
        Map<String, Tensor> parameters = new TreeMap<>();
        normalizer.parameters().forEach((name, value) -> parameters.put(name, value.copy()));
        Tensor x = sample.x();
        Tensor dy = sample.dy();
        normalizer.forward(x).backward(dy);
        Bits.assertSame(x, sample.x());
        Bits.assertSame(dy, sample.dy());
        parameters.forEach(
                (name, before) -> Bits.assertSame(normalizer.parameters().get(name), before));
    }

    /** A second backward, one into used gradients, and a forward run again give the same bits. */
    @Property(tries = NormalizerContract.TRIES)
    default void repetitionGivesTheSameBits(@ForAll("samples") Sample sample) {
        Normalized pass = subject(sample.setting()).forward(sample.x());
        Tensor output = pass.output().copy();
        Tensor dy = sample.dy();
        Gradients first = pass.backward(dy);
        Bits.assertSame(pass.backward(dy), first);
        Gradients used = pass.gradients();
        pass.backward(pass.output().copy(), used);
        Bits.assertSame(pass.backward(dy, used), first);
        Bits.assertSame(pass.again().output(), output);
        Bits.assertSame(pass.backward(dy), first);
    }

    /** Two threads that share a pass, each with gradients of its own, have the bits of one. */
    @Property(tries = NormalizerContract.FEW)
    default void threadsShareAPass(@ForAll("samples") Sample sample) {
        Normalized pass = subject(sample.setting()).forward(sample.x());
        Tensor other = pass.output().copy();
        Gradients one = pass.backward(sample.dy());
        Gradients two = pass.backward(other);
        CompletableFuture<Void> thread = CompletableFuture.runAsync(() -> assertSameEachTime(pass, sample.dy(), one));
        assertSameEachTime(pass, other, two);
        thread.join();
    }

    private static void assertSameEachTime(Normalized pass, Tensor dy, Gradients expected) {
        for (int round = 0; round < 20; round++) {
            Bits.assertSame(pass.backward(dy), expected);
        }
    }

    /** The output's memory may hold the gradient of the loss, and then the gradient of the input. */
    @Property(tries = NormalizerContract.TRIES)
    default void theOutputServesAsItsGradient(@ForAll("samples") Sample sample) {
        Gradients expected = subject(sample.setting()).forward(sample.x()).backward(sample.dy());
        Normalized pass = subject(sample.setting()).forward(sample.x());
        sample.dy().copyTo(pass.output());
        Gradients target = new Gradients(pass.output(), pass.gradients().parameters());
        Bits.assertSame(pass.backward(pass.output(), target), expected);
    }

    /** Neither an output over half of the input nor a gradient over half of what is read. */
    @Property(tries = NormalizerContract.FEW)
    default void anOverlapInPartIsRefused(@ForAll("samples") Sample sample) {
        int count = sample.shape().count();
        Normalizer normalizer = subject(sample.setting());
        Tensor memory = sample.x().like(Shape.of("C", count + count / 2));
        Tensor read = memory.range(0, count).as(sample.shape());
        Tensor written = memory.range(count / 2, count).as(sample.shape());
        assertRefused(NormException.Kind.OPTION, () -> normalizer.forward(read, written));
        Normalized pass = normalizer.forward(sample.x());
        Gradients target = new Gradients(written, pass.gradients().parameters());
        assertRefused(NormException.Kind.OPTION, () -> pass.backward(read, target));
    }

    private static void assertRefused(NormException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** Running again takes the present input. */
    @Property(tries = NormalizerContract.FEW)
    default void againTakesThePresentInput(@ForAll("samples") Sample sample) {
        Normalizer normalizer = subject(sample.setting());
        Tensor x = sample.dy();
        Normalized pass = normalizer.forward(x);
        sample.x().copyTo(x);
        Normalized fresh = normalizer.forward(sample.x());
        Bits.assertSame(pass.again().output(), fresh.output());
        Bits.assertSame(pass.backward(sample.dy()), fresh.backward(sample.dy()));
    }

    /** An output over the input itself has the bits of one apart. */
    @Property(tries = NormalizerContract.TRIES)
    default void inPlaceGivesTheSameBits(@ForAll("samples") Sample sample) {
        Tensor x = sample.x();
        Tensor apart = subject(sample.setting()).forward(x).output();
        Bits.assertSame(subject(sample.setting()).forward(x, x).output(), apart);
    }

    /** A gradient of another shape is refused, of the output or of the input. */
    @Property(tries = NormalizerContract.FEW)
    default void anotherShapeOfGradientIsRefused(@ForAll("samples") Sample sample) {
        Normalized pass = subject(sample.setting()).forward(sample.x());
        int[] sizes = sample.shape().sizes();
        sizes[0]++;
        Shape larger = Shape.of(sample.shape().layout(), sizes);
        Tensor other = sample.x().like(larger);
        assertRefused(NormException.Kind.SHAPE, () -> pass.backward(other));
        Gradients target = new Gradients(other, pass.gradients().parameters());
        assertRefused(NormException.Kind.SHAPE, () -> pass.backward(sample.dy(), target));
    }
}
