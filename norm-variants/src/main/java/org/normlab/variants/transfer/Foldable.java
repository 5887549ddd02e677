package org.normlab.variants.transfer;

/** A normalizer at evaluation that is linear in the channels of each position. */
public interface Foldable {

    /**
     * What it does to the channels.
     *
     * @return the map, in double
     */
    ChannelMap channelMap();
}
