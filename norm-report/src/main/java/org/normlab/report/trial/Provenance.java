package org.normlab.report.trial;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a result came from, as far as it does not depend on clock or machine: library version, digest of the data, split
 * rule, name of the random generator, name of the matrix product if its bits depend on it.
 *
 * @param facts text by name, such as {@code data_sha256}
 */
public record Provenance(SortedMap<String, String> facts) {
    /** The fact that names the published definition of a recurrent norm, such as {@code LN_LSTM_PAPER}. */
    public static final String DEFINITION = "recurrent_norm";

    /** The fact that is the digest of the data as they lay in their file. */
    public static final String DATA_SHA256 = "data_sha256";

    /** Nothing is known. */
    public static final Provenance NONE = new Provenance(Collections.emptySortedMap());

    /**
     * Copies the facts.
     *
     * @param facts text by name, such as {@code data_sha256}
     */
    public Provenance {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
