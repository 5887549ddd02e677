package org.normlab.core;

import java.util.Map;
import org.normlab.core.NormException.Kind;

/** Tensors by name. */
public final class Named {
    private Named() {}

    /**
     * A tensor that must be there.
     *
     * @param tensors by name; not modified
     * @param name the name
     * @return the tensor itself
     * @throws NormException OPTION if there is none of that name
     */
    public static Tensor in(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw NormException.about(Kind.OPTION, "tensors", "name", name)
                    .because("is not there", "use one of " + tensors.keySet());
        }
        return tensor;
    }
}
