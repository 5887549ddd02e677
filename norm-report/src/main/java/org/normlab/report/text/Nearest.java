package org.normlab.report.text;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Offers the name that a misspelt one was meant to be. */
public final class Nearest {
    private static final int LONGEST_LIST = 12;

    private Nearest() {}

    /**
     * What to do about a name that is not known.
     *
     * @param given the name
     * @param known the names that there are; not modified
     * @param list where all names are, such as {@code see `norm list`}
     * @return "did you mean NAME?" if one is near, else all names if they are few, else where they are
     */
    public static String to(String given, Collection<String> known, String list) {
        int far = Math.max(1, given.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(far);
        return known.stream()
                .filter(name -> distance.apply(given, name) >= 0)
                .min(Comparator.<String>comparingInt(name -> distance.apply(given, name))
                        .thenComparing(name -> name))
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> all(known, list));
    }

    private static String all(Collection<String> known, String list) {
        return known.size() <= LONGEST_LIST ? "use " + String.join(", ", known) : list;
    }
}
