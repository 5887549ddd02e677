package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.report.train.Trainer;

/** Families of networks, which differ in what batch norm means and so in what the other norms are held against. */
enum Family {
    /** A layer is passed once; batch norm is the usual choice. */
    FEEDFORWARD("batch", "batch norm", List.of("none", "batch", "layer", "group", "instance"), "rms") {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return Optional.of(TrendOfBaseline.of(comparison, network).words());
        }
    },
    /** A layer is passed step after step; there are several batch norms, none of them usual. */
    RECURRENT("none", "no norm", List.of("none", "batch-input", "batch-shared", "batch-step", "layer", "rms")) {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return SequenceFindings.of(comparison, network).words();
        }
    },
    /** A layer is passed once, over all positions of sequences; batch norm is not usual there. */
    TRANSFORMER("none", "no norm", List.of("none", "layer", "rms", "dynamic-tanh")) {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return SequenceFindings.of(comparison, network).words();
        }
    };

    private final String baseline;
    private final String words;
    private final List<String> first;
    private final List<String> more;

    Family(String baseline, String words, List<String> first, String... more) {
        this.baseline = baseline;
        this.words = words;
        this.first = first;
        this.more = List.of(more);
    }

    static Family of(String network) {
        if (Trainer.recurrentNetworks().contains(network)) {
            return RECURRENT;
        }
        return Trainer.transformer().equals(network) ? TRANSFORMER : FEEDFORWARD;
    }

    /** The name of the norm that others are held against. */
    String baseline() {
        return baseline;
    }

    /** The same in words. */
    String words() {
        return words;
    }

    /** The norms that have a meaning there; a first look leaves the last ones out. */
    Stream<String> norms(Tier tier) {
        return tier == Tier.QUICK ? first.stream() : Stream.concat(first.stream(), more.stream());
    }

    /** What was observed about its norms, in a sentence; empty if too little was run. */
    abstract Optional<String> trend(Comparison comparison, String network);
}
