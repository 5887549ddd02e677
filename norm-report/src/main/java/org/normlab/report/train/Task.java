package org.normlab.report.train;

import java.util.List;
import org.normlab.report.net.Network;
import org.normlab.report.random.Streams;

/**
 * Everything that one training run depends on.
 *
 * @param network with its first parameters; trained in place
 * @param data what it learns from and is judged by
 * @param plan how it is trained
 * @param evaluations how it is judged at the end, first the one that counts
 * @param streams draws for one data set and replicate: {@code order} by pass
 */
public record Task(Network network, Data data, Plan plan, List<Evaluation> evaluations, Streams streams) {

    /**
     * The parts of the data.
     *
     * @param train what the network learns from
     * @param validation what its learning curve and the choice of its learning rate rest on
     * @param test what it is judged by, at the end alone
     */
    public record Data(Samples train, Samples validation, Samples test) {}
}
