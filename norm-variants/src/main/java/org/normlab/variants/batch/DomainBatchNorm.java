package org.normlab.variants.batch;

import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Options;

/**
 * Domain-specific batch normalization: running statistics for each domain, weight and bias shared. Departs from BatchNorm in its
 * state: {@link #domain} names the domain of the batches to come.
 *
 * <p>The running statistics of all domains stand one after the other, each with its own number of batches. Detectron2 (Wu et al. 2019) calls it cyclic.
 *
 * @param base the batch normalization that the domains share
 * @param domains how many
 * @param domain the domain of the batches to come, from 0
 */
public record DomainBatchNorm(BatchNorm base, int domains, int domain) implements BatchBased {

    /**
     * Checks the domain.
     *
     * @param base the batch normalization that the domains share
     * @param domains how many
     * @param domain the domain of the batches to come, from 0
     * @throws NormException OPTION if there is no such domain
     */
    public DomainBatchNorm {
        if (domain < 0 || domain >= domains) {
            throw NormException.about(Kind.OPTION, "DomainBatchNorm", "domain", domain)
                    .because("is none of " + domains, "name one from 0 to " + (domains - 1));
        }
    }

    static DomainBatchNorm create(Options o) {
        return new DomainBatchNorm(
                BatchNorm.from(o, 1e-5, RunningRule.TORCH), o.integer("domains", 2), o.integer("domain", 0));
    }

    /**
     * The same normalizer for batches of another domain.
     *
     * @param number from 0
     * @return a normalizer with the same parameters
     */
    public DomainBatchNorm domain(int number) {
        return new DomainBatchNorm(base, domains, number);
    }

    @Override
    public int channels() {
        return domains * base.channels();
    }

    @Override
    public Moments channelMoments(Normalized batch) {
        Moments others = Moments.empty(base.channels());
        return Moments.concat(java.util.stream.IntStream.range(0, domains)
                .mapToObj(d -> d == domain ? batch.moments() : others)
                .toList());
    }

    @Override
    public Normalizer frozen(RunningMoments running) {
        return base.frozen(running.range(domain * base.channels(), base.channels()));
    }
}
