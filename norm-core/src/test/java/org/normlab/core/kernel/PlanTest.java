package org.normlab.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every axis set of every shape up to rank 5 with sizes 0 to 3, element by element. */
class PlanTest {
    private static final int RANKS = 5;
    private static final int SIZES = 4;

    @Test
    void everyElementFindsItsStatisticAndItsPlaceInIt() {
        int plans = 0;
        int refusals = 0;
        for (int rank = 1; rank <= RANKS; rank++) {
            for (int shape = 0; shape < Math.pow(SIZES, rank); shape++) {
                for (int mask = 0; mask < 1 << rank; mask++) {
                    Reduction reduction = Reduction.of(rank, shape, mask);
                    boolean found = reduction.check();
                    plans += found ? 1 : 0;
                    refusals += found ? 0 : 1;
                }
            }
        }
        // RKRK and longer need four axes of size other than 1
        assertThat(refusals).isPositive();
        assertThat(plans + refusals).isEqualTo(4 * 2 + 16 * 4 + 64 * 8 + 256 * 16 + 1024 * 32);
    }

    /** A shape and the axes that are reduced. */
    private record Reduction(int[] sizes, boolean[] reduced) {

        static Reduction of(int rank, int shape, int mask) {
            int[] sizes = new int[rank];
            boolean[] reduced = new boolean[rank];
            for (int axis = 0, rest = shape; axis < rank; axis++, rest /= SIZES) {
                sizes[axis] = rest % SIZES;
                reduced[axis] = (mask >> axis & 1) != 0;
            }
            return new Reduction(sizes, reduced);
        }

        /** Whether there is a plan, which must be right; there must be one unless the runs alternate too often. */
        boolean check() {
            Optional<Plan> plan = Plan.of(sizes, reduced);
            assertThat(plan.isPresent()).as(toString()).isEqualTo(pattern().length() <= 4);
            plan.ifPresent(this::check);
            return plan.isPresent();
        }

        /** Alternating K and R, from K. */
        private String pattern() {
            StringBuilder pattern = new StringBuilder("K");
            for (int axis = 0; axis < sizes.length; axis++) {
                char kind = reduced[axis] ? 'R' : 'K';
                if (sizes[axis] != 1 && pattern.charAt(pattern.length() - 1) != kind) {
                    pattern.append(kind);
                }
            }
            return pattern.toString();
        }

        private void check(Plan plan) {
            int size = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
            assertThat(plan.size()).isEqualTo(size);
            assertThat(plan.statistics()).isEqualTo(extent(false));
            assertThat(plan.count()).isEqualTo(extent(true));
            for (int element = 0; element < size; element++) {
                int r1 = element % plan.r1();
                int k1 = element / plan.r1() % plan.k1();
                int r0 = element / plan.r1() / plan.k1() % plan.r0();
                int k0 = element / plan.r1() / plan.k1() / plan.r0();
                boolean right = k0 * plan.k1() + k1 == position(element, false)
                        && r0 * plan.r1() + r1 == position(element, true);
                assertThat(right).as("%s element %d by %s", this, element, plan).isTrue();
            }
        }

        private int extent(boolean kind) {
            int extent = 1;
            for (int axis = 0; axis < sizes.length; axis++) {
                extent *= reduced[axis] == kind ? sizes[axis] : 1;
            }
            return extent;
        }

        /** The row-major number of an element along the axes of one kind. */
        private int position(int element, boolean kind) {
            int position = 0;
            int stride = 1;
            int rest = element;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                if (reduced[axis] == kind) {
                    position += rest % sizes[axis] * stride;
                    stride *= sizes[axis];
                }
                rest /= sizes[axis];
            }
            return position;
        }

        @Override
        public String toString() {
            return Arrays.toString(sizes) + " reducing " + Arrays.toString(reduced);
        }
    }
}
