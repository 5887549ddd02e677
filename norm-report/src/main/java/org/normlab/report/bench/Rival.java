package org.normlab.report.bench;

import java.util.Map;
import java.util.Optional;

/** One library's normalization of one problem, with tensors of its own, ready to run again and again. */
public interface Rival extends AutoCloseable {

    /**
     * A pass, prepared so that running it does that pass and nothing else.
     *
     * @param pass which
     * @return what is timed; empty if the library has no such pass
     */
    Optional<Runnable> task(Pass pass);

    /**
     * Runs forward and backward once, and the evaluation of a variant that tracks.
     *
     * @return what the library gives, widened; no entry for what it does not
     */
    Map<Result, double[]> results();

    /**
     * This library.
     *
     * @param problem not modified
     * @return passes that allocate nothing
     */
    static Rival ours(Problem problem) {
        return new Ours(problem);
    }

    /** Frees what the garbage collector does not. */
    @Override
    void close();
}
