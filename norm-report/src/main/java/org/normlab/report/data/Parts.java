package org.normlab.report.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Strata cut at two places each and joined again. */
record Parts(int[] train, int[] validation, int[] rest) {
    static Parts of(int[][] strata, int trainEnd, int validationEnd) {
        return new Parts(
                joined(strata, 0, trainEnd),
                joined(strata, trainEnd, validationEnd),
                joined(strata, validationEnd, 100));
    }

    /** So many percent, rounded to nearest. */
    static int share(int count, int percent) {
        return (int) (((long) count * percent + 50) / 100);
    }

    Split split(int[] moreTest) {
        return new Split(train, validation, sorted(IntStream.concat(Arrays.stream(rest), Arrays.stream(moreTest))));
    }

    private static int[] joined(int[][] strata, int from, int to) {
        return sorted(Stream.of(strata)
                .flatMapToInt(each -> Arrays.stream(each, share(each.length, from), share(each.length, to))));
    }

    private static int[] sorted(IntStream rows) {
        return rows.sorted().toArray();
    }
}
