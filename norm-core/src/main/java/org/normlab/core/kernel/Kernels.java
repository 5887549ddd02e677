package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the kernels once: hardware vectors where the incubator module is readable, else plain loops.
 *
 * <p>Both give the same bits. {@link #description} says which one runs and why; reports print it under every time. Vectors begin as soon
 * as the compiler has made them; {@link #warmUp} waits for that, which a benchmark wants and a program need not.
 */
public final class Kernels {
    /** For tests and comparisons: {@code scalar} chooses the plain loops, {@code vector} has vectors at once, compiled or not. */
    static final String PROPERTY = "normlab.kernel";

    /** What fills no vector is left to the plain loops. */
    private static final Choice SCALAR = Choice.scalar("short lines");

    private Kernels() {}

    /** For lines of so many neighbours with one weight each. */
    static Kernel rows(int width) {
        return width < CHUNK ? SCALAR.rows : Holder.CHOICE.rows;
    }

    /** For lines of so many neighbours with a weight an element. */
    static Kernel elements(int width) {
        return width < CHUNK ? SCALAR.elements : Holder.CHOICE.elements;
    }

    /** For so many lines that cross the rows of a block. */
    static Kernel columns(int width) {
        return width < CHUNK ? SCALAR.columns : Holder.CHOICE.columns;
    }

    /** For so many lines that cross the rows of a block, which have a weight each. */
    static Kernel crossed(int width) {
        return width < CHUNK ? SCALAR.crossed : Holder.CHOICE.crossed;
    }

    /**
     * Which kernel runs now, and why.
     *
     * @return such as {@code vector kernel, 512 bits}; or {@code vector kernel, 512 bits: plain loops until compiled} until the compiler
     *     has made all vectors that passes have asked for, and {@code some never compiled} if it gave up
     */
    public static String description() {
        Choice choice = Holder.CHOICE;
        return described(
                choice.description,
                choice.prepared().flatMap(PreparedKernel::states).collect(Collectors.toSet()));
    }

    /** What is said of kernels that the compiler has come so far with. */
    static String described(String name, Set<WarmUp.State> states) {
        if (states.contains(WarmUp.State.GIVEN_UP)) {
            return name + ": some never compiled, plain loops instead";
        }
        boolean waits = states.contains(WarmUp.State.BEGUN) || states.equals(Set.of(WarmUp.State.IDLE));
        return waits ? name + ": plain loops until compiled" : name;
    }

    /**
     * Waits until the compiler has made vectors of float32, which takes seconds, and those of float64 that passes have asked for; returns
     * at once if there are none to make.
     */
    public static void warmUp() {
        Holder.CHOICE.prepared().forEach(PreparedKernel::await);
    }

    private record Choice(Kernel rows, Kernel elements, Kernel columns, Kernel crossed, String description) {
        static Choice scalar(String why) {
            return new Choice(
                    new ScalarRowKernel(),
                    new ScalarElementKernel(),
                    new ScalarColumnKernel(),
                    new ScalarCrossedKernel(),
                    "scalar kernel (" + why + ")");
        }

        /** A method of its own, so that no vector class is loaded unless it is called. */
        static Choice vector() {
            if (Lanes.COUNT == 1) {
                return scalar("vectors of one lane");
            }
            String width = "vector kernel, " + Lanes.bits() + " bits";
            return new Choice(
                    shifting(new VectorRowKernel()),
                    shifting(new VectorElementKernel()),
                    shifting(new VectorColumnKernel()),
                    shifting(new VectorCrossedKernel()),
                    width);
        }

        private static Kernel shifting(Kernel kernel) {
            return new ShiftingKernel(new ApartKernel(kernel), new ApartKernel(Unshifted.of(kernel.getClass())));
        }

        Stream<PreparedKernel> prepared() {
            return Stream.of(rows, elements, columns, crossed)
                    .filter(PreparedKernel.class::isInstance)
                    .map(PreparedKernel.class::cast);
        }

        /** With the plain loops of another choice until its vectors are compiled. */
        Choice after(Choice plain) {
            return new Choice(
                    new PreparedKernel(plain.rows, rows, Drill::rows),
                    new PreparedKernel(plain.elements, elements, Drill::elements),
                    new PreparedKernel(plain.columns, columns, Drill::columns),
                    new PreparedKernel(plain.crossed, crossed, Drill::columns),
                    description);
        }
    }

    private static final class Holder {
        static final Choice CHOICE = choose();

        private static Choice choose() {
            String wish = System.getProperty(PROPERTY, "");
            if (wish.equals("scalar")) {
                return Choice.scalar("asked for by -D" + PROPERTY);
            }
            if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
                return Choice.scalar("jdk.incubator.vector not readable; add --add-modules jdk.incubator.vector");
            }
            Choice vector = Choice.vector();
            return wish.equals("vector") || Lanes.COUNT == 1 ? vector : vector.after(SCALAR);
        }
    }
}
