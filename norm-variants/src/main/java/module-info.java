/** The normalizations by name: each a small file that says its axes and its departure. */
module org.normlab.variants {
    requires transitive org.normlab.core;
    requires static org.jspecify;

    exports org.normlab.variants;
    exports org.normlab.variants.batch;
    exports org.normlab.variants.example;

    uses org.normlab.variants.Variant;
}
