package org.normlab.report.cli.law;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.normlab.core.Shape;

/** Shapes to test with: every usual layout, sizes that differ, none of them large. */
final class Shapes {
    private static final List<String> LAYOUTS = List.of("NC", "NTC", "NCHW", "NHWC", "NTC", "NCL");
    private static final int[] CHANNELS = {4, 8, 12};
    private static final List<Integer> SIZES = List.of(2, 3, 5, 6, 7);
    private static final int MOST = 420;

    private Shapes() {}

    static Shape draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String layout = LAYOUTS.get(Math.floorMod(seed, LAYOUTS.size()));
        int[] sizes = new int[layout.length()];
        int count;
        do {
            List<Integer> free = new ArrayList<>(SIZES);
            count = 1;
            for (int axis = 0; axis < sizes.length; axis++) {
                sizes[axis] = layout.charAt(axis) == 'C'
                        ? CHANNELS[random.nextInt(CHANNELS.length)]
                        : free.remove(random.nextInt(free.size()));
                count *= sizes[axis];
            }
        } while (count > MOST);
        return Shape.of(layout, sizes);
    }
}
