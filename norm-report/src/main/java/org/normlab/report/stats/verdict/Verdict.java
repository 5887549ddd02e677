package org.normlab.report.stats.verdict;

/** What the evidence says about one part on one pair of network and data. */
public enum Verdict {
    /** The claim holds here. */
    SUPPORTED(Word.SUPPORTED),
    /** Not supported: no difference that matters. */
    EQUIVALENT(Word.NOT_SUPPORTED),
    /** Not supported: the opposite holds. */
    CONTRADICTED(Word.NOT_SUPPORTED),
    /** A guard failed, or there are not enough replicates to tell. */
    INCONCLUSIVE(Word.INCONCLUSIVE);

    /** The three words of a verdict. */
    public enum Word {
        /** Supported. */
        SUPPORTED,
        /** Not supported; the verdicts name the kind. */
        NOT_SUPPORTED,
        /** Inconclusive. */
        INCONCLUSIVE
    }

    private final Word word;

    Verdict(Word word) {
        this.word = word;
    }

    /**
     * The word for this verdict.
     *
     * @return one of three
     */
    public Word word() {
        return word;
    }
}
