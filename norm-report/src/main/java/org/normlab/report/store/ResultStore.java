package org.normlab.report.store;

import java.util.SortedMap;
import java.util.function.Consumer;
import org.normlab.core.NormException;
import org.normlab.report.study.Ledger;
import org.normlab.report.trial.TrialResult;

/**
 * Keeps the results of trials, one row a trial.
 *
 * <p>Promises: what {@link #save} returned from survives the death of the process at any later instruction; numbers come
 * back with all their bits; a changed byte is found, never read as another number; several processes may share a store,
 * and each trial is claimed by one of them at a time; the claims of a dead process are free at once, those of a living one
 * never. One store object may be used by many threads.
 *
 * <p>Every method throws a {@link NormException} of one line if the store cannot be used: STATE if what lies there is
 * damaged, newer, foreign or different, RESOURCE if the disk is full or the database cannot be reached. Nothing that was
 * saved before is lost by it.
 */
public interface ResultStore extends Ledger, AutoCloseable {
    /**
     * Keeps the definition of a study, or compares it with the one kept under that name.
     *
     * @param name the study's name
     * @param definition text by key, all defaults written out; not modified
     * @throws NormException STATE if the store holds another definition under this name; the message has the difference
     */
    void enter(String name, SortedMap<String, String> definition);

    /**
     * The definition of a study.
     *
     * @return definitions by name of study; not live
     */
    SortedMap<String, SortedMap<String, String>> studies();

    /**
     * Visits all results in the order of their ids, in short transactions and constant memory. Results that are saved
     * meanwhile may be left out.
     *
     * @param sound takes every result whose digests are right
     * @param damaged takes what is wrong with every other row; throw it to refuse the store
     */
    void each(Consumer<TrialResult> sound, Consumer<NormException> damaged);

    /**
     * How the store is kept, read back from the engine: its name, version and the settings that promises rest on.
     *
     * @return text by name
     */
    SortedMap<String, String> facts();

    /** Gives all claims of this object back and closes the connection. */
    @Override
    void close();
}
