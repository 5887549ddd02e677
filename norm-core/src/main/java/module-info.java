/** Shapes, axes, tensors and the one forward and backward that every normalization shares. */
module org.normlab.core {
    requires transitive ejml.core;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    exports org.normlab.core;
    exports org.normlab.core.check;
    exports org.normlab.core.formula;
}
