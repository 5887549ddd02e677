package org.normlab.variants;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.normlab.core.Normalizer;
import org.normlab.variants.contract.Bits;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.NormalizerContract;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Sample;
import org.normlab.variants.contract.Setting;

class NoNormProperties implements NormalizerContract {
    @Override
    public Normalizer subject(Setting setting) {
        return new NoNorm();
    }

    @Override
    public Object statistic(Setting setting, Place place) {
        return place;
    }

    @Override
    public Set<Departure> departures() {
        return Set.of(Departure.NO_STATISTIC, Departure.OWN_FORMULA);
    }

    @Property(tries = TRIES)
    void outputAndGradientAreBitForBitTheInput(@ForAll("samples") Sample sample) {
        Bits.assertSame(new NoNorm().forward(sample.x()).output(), sample.x());
        Bits.assertSame(new NoNorm().forward(sample.x()).backward(sample.dy()).input(), sample.dy());
    }
}
