package org.normlab.report.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Another library, as rival and oracle.
 *
 * <p>Implementations are found by {@link ServiceLoader}; none is shipped. The launcher puts those of a checkout on the class path when
 * {@code norm bench --peers} asks for them.
 */
public interface Peer {

    /**
     * The library's name.
     *
     * @return such as {@code libtorch}
     */
    String name();

    /**
     * The library's version.
     *
     * @return such as {@code 2.7.1}
     */
    String version();

    /**
     * Sets how many threads the library uses for calls from this thread. Rivals made before keep their number.
     *
     * @param count at least 1
     */
    void threads(int count);

    /**
     * The library's way to solve a problem.
     *
     * @param problem not modified
     * @return empty if it has none
     */
    Optional<Rival> rival(Problem problem);

    /**
     * A training step of a perceptron on one batch that stays the same.
     *
     * @param perceptron its sizes
     * @return one step a run; empty if the library does not train
     */
    default Optional<Runnable> training(Perceptron perceptron) {
        return Optional.empty();
    }

    /**
     * The libraries on the class path.
     *
     * @return in alphabetical order; maybe none
     */
    static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Peer::name))
                .toList();
    }
}
