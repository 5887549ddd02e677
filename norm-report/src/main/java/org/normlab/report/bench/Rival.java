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
     * Runs forward and backward once.
     *
     * @return what the library gives, widened; no entry for what it does not
     */
    Map<Result, double[]> results();

    /** Frees what the garbage collector does not. */
    @Override
    void close();
}
