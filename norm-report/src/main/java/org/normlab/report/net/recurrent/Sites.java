package org.normlab.report.net.recurrent;

import java.util.Arrays;
import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.recurrent.RecurrentNorm.Batch;
import org.normlab.report.net.recurrent.RecurrentNorm.PerExample;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Extent;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.RmsNorm;
import org.normlab.variants.Single;
import org.normlab.variants.recurrent.LayerLstmNorm.Definition;

/** Which places of a recurrent layer are normalized, and by what. */
final class Sites {
    private static final int GATES = 4;

    private final RecurrentLayer layer;

    Sites(RecurrentLayer layer) {
        this.layer = layer;
        if (isJointLstm() && ((PerExample) layer.norm()).base() == PerExample.Base.RMS) {
            throw NormException.about(NormException.Kind.OPTION, "recurrent", "definition", "joint")
                    .because("has no RMS form: it normalizes each gate by itself", "use paper or carried");
        }
    }

    /** Where p and q of a sum meet. */
    Drive.Wiring wiring() {
        return layer.norm() instanceof RecurrentNorm.None || isNormalizedAsOne()
                ? Drive.Wiring.JOINT
                : Drive.Wiring.APART;
    }

    private boolean isNormalizedAsOne() {
        return isJointLstm() || (layer.kind() == Kind.RNN && layer.norm() instanceof PerExample);
    }

    private boolean isJointLstm() {
        return is(Definition.JOINT);
    }

    private boolean is(Definition definition) {
        return layer.kind() == Kind.LSTM && layer.norm() instanceof PerExample norm && norm.definition() == definition;
    }

    /** What an LSTM hands on as c. */
    LstmCell.Carry carry() {
        return is(Definition.CARRIED) || isJointLstm() ? LstmCell.Carry.NORMALIZED : LstmCell.Carry.RAW;
    }

    /** Whether there is a bias b that is learned; if not, norms have theirs. */
    boolean hasBias() {
        return !(layer.norm() instanceof PerExample) || is(Definition.PAPER);
    }

    /** What the normalizer of p sees at once. */
    Inflow.Reach reach() {
        return !(layer.norm() instanceof Batch batch) || batch.statistics() == Batch.Statistics.INPUT
                ? Inflow.Reach.ALL
                : Inflow.Reach.STEP;
    }

    /** Whether the forget bias is the bias of the norm of q, since there is no other that is learned. */
    boolean hiddenNormForgets() {
        return is(Definition.CARRIED);
    }

    /** The forget gate of an LSTM, the first, starts open: its bias is 1 (Gers et al. 2000). */
    void openForgetGate(Tensor bias) {
        for (int j = 0; j < layer.units(); j++) {
            bias.set(j, 1);
        }
    }

    /** The place at p. */
    Optional<Site> input(String name, int width) {
        return isNormalizedAsOne() ? Optional.empty() : normalizer(width).map(norm -> site(name + ".input_norm", norm));
    }

    /** The place at q, or at p + q. */
    Optional<Site> hidden(String name, int width) {
        boolean bare = layer.norm() instanceof Batch batch && batch.statistics() == Batch.Statistics.INPUT;
        if (bare) {
            return Optional.empty();
        }
        Optional<Normalizer> normalizer = isJointLstm()
                ? Optional.of(new GroupNorm(width, GATES, affine(Affine.Scope.CHANNEL, width), epsilon(eps())))
                : normalizer(width);
        if (hiddenNormForgets()) {
            openForgetGate(normalizer.orElseThrow().affine().bias().orElseThrow());
        }
        return normalizer.map(norm -> site(name + ".hidden_norm", norm));
    }

    /** The place at c. */
    Optional<Site> cell(String name, int width) {
        if (layer.norm() instanceof Batch batch) {
            return batch.statistics() == Batch.Statistics.INPUT
                    ? Optional.empty()
                    : Optional.of(site(name + ".cell_norm", batchNorm(batch, affine(Affine.Scope.CHANNEL, width))));
        }
        return normalizer(width).map(norm -> site(name + ".cell_norm", norm));
    }

    private Site site(String name, Normalizer normalizer) {
        boolean step = layer.norm() instanceof Batch batch && batch.statistics() == Batch.Statistics.STEP;
        return new Site(name, normalizer, step ? layer.steps() : 1);
    }

    private double eps() {
        return ((PerExample) layer.norm()).eps();
    }

    private Optional<Normalizer> normalizer(int width) {
        if (layer.norm() instanceof Batch batch) {
            return Optional.of(
                    batchNorm(batch, affine(Affine.Scope.CHANNEL, width).withoutBias()));
        }
        if (layer.norm() instanceof PerExample norm) {
            Affine affine = affine(Affine.Scope.ELEMENT, width);
            return Optional.of(
                    norm.base() == PerExample.Base.LN
                            ? new LayerNorm(Extent.trailing(width), affine, epsilon(norm.eps()))
                            : new RmsNorm(Extent.trailing(width), affine, epsilon(norm.eps())));
        }
        return Optional.empty();
    }

    private static BatchNorm batchNorm(Batch batch, Affine affine) {
        affine.weight()
                .ifPresent(weight -> weight.copyFrom(filled(weight.shape().count(), batch.weight())));
        return new BatchNorm(affineCount(affine), affine, epsilon(batch.eps()), batch.rule(), Single.ERROR);
    }

    private static int affineCount(Affine affine) {
        return affine.weight().orElseThrow().shape().count();
    }

    private static Epsilon epsilon(double eps) {
        return Epsilon.inside(eps);
    }

    private Affine affine(Affine.Scope scope, int width) {
        Tensor weight = layer.start().precision().like(Shape.of("C", width));
        weight.copyFrom(filled(width, 1));
        return Affine.none().scope(scope).weight(weight).bias(weight.like(weight.shape()));
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
