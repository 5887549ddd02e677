package org.normlab.report.data;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Strings of symbols; a batch {@code NT} holds the number of each symbol, which stands for a one-hot vector. Immutable. */
public final class Symbols implements Examples {
    private final int[] codes;
    private final int[] starts;
    private final int alphabet;

    private Symbols(int[] codes, int[] starts, int alphabet) {
        this.codes = codes;
        this.starts = starts;
        this.alphabet = alphabet;
    }

    /** Symbols numbered in the order of their code points. */
    static Symbols of(List<String> strings) {
        int[] points = strings.stream().flatMapToInt(String::codePoints).toArray();
        int[] alphabet = Arrays.stream(points).distinct().sorted().toArray();
        int[] codes =
                Arrays.stream(points).map(c -> Arrays.binarySearch(alphabet, c)).toArray();
        int[] starts = new int[strings.size() + 1];
        for (int i = 0; i < strings.size(); i++) {
            String string = strings.get(i);
            starts[i + 1] = starts[i] + string.codePointCount(0, string.length());
        }
        return new Symbols(codes, starts, alphabet.length);
    }

    /**
     * The number of different symbols.
     *
     * @return how many
     */
    public int alphabet() {
        return alphabet;
    }

    /**
     * One symbol.
     *
     * @param example 0 to count−1
     * @param step 0 to length−1
     * @return its number, 0 to alphabet−1
     */
    public int code(int example, int step) {
        return codes[starts[example] + step];
    }

    @Override
    public int count() {
        return starts.length - 1;
    }

    @Override
    public int length(int example) {
        return starts[example + 1] - starts[example];
    }

    @Override
    public Shape batchShape(int... rows) {
        int longest = Arrays.stream(rows).map(this::length).max().orElse(0);
        return Shape.of("NT", rows.length, longest);
    }

    @Override
    public void gather(int[] rows, Tensor batch) {
        int steps = batch.shape().size('T');
        for (int i = 0; i < batch.shape().count(); i++) {
            batch.set(i, 0);
        }
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < length(rows[i]); t++) {
                batch.set(i * steps + t, code(rows[i], t));
            }
        }
    }
}
