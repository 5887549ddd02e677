package org.normlab.variants.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.normlab.core.Shape;

/** The elements of each statistic, in memory order; statistics in the order in which memory first meets them. */
public final class Slices {
    private final List<List<Integer>> members;
    private final int[] number;
    private final int[] position;

    private Slices(List<List<Integer>> members, int count) {
        this.members = members;
        this.number = new int[count];
        this.position = new int[count];
        for (int s = 0; s < members.size(); s++) {
            for (int j = 0; j < members.get(s).size(); j++) {
                number[members.get(s).get(j)] = s;
                position[members.get(s).get(j)] = j;
            }
        }
    }

    /** Groups the elements of a shape by a key. */
    public static Slices of(Shape shape, Function<Place, Object> key) {
        Map<Object, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < shape.count(); i++) {
            byKey.computeIfAbsent(key.apply(new Place(shape, i)), k -> new ArrayList<>())
                    .add(i);
        }
        return new Slices(List.copyOf(byKey.values()), shape.count());
    }

    /** How many statistics there are. */
    public int size() {
        return members.size();
    }

    /** The elements of one statistic. */
    public List<Integer> members(int statistic) {
        return members.get(statistic);
    }

    /** The statistic of an element. */
    public int number(int element) {
        return number[element];
    }

    /** The position of an element among those of its statistic. */
    public int position(int element) {
        return position[element];
    }
}
