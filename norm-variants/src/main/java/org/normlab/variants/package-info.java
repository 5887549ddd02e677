/**
 * The variants by name, and the first of them. A variant is one small file: its axes and its departure.
 *
 * <p>{@link org.normlab.variants.Variants} is the catalogue, {@link org.normlab.variants.Variant} an entry, to which a service provider
 * adds; {@link org.normlab.variants.Options} is what a normalizer is made from, {@link org.normlab.variants.NormLayer} a normalizer with its
 * state and mode. Variants that join examples are in {@code batch}, those of one example in {@code example}, those of weights in
 * {@code weight}, and recurrent and approximate ones in {@code recurrent}.
 *
 * <pre>
 * variant | reduces | parameters | departs by | source
 * none | - | - | does nothing: the control of every comparison | -
 * batch | n, s | weight[C]=1, bias[C]=0 | one statistic a channel over the whole batch; running statistics at evaluation | Ioffe and Szegedy 2015, arXiv 1502.03167
 * frozen | - | weight[C]=1, bias[C]=0 | batch with given statistics: no statistic is computed, none carries a gradient | -
 * layer | c, s, or trailing axes | weight=1, bias=0 of the normalized shape, or [C] | one statistic an example | Ba, Kiros and Hinton 2016, arXiv 1607.06450
 * instance | s | none by default as PyTorch; weight[C]=1, bias[C]=0 with affine=channel as ONNX, Flax | one statistic an example and channel | Ulyanov, Vedaldi and Lempitsky 2016, arXiv 1607.08022
 * group | k, s | weight[C]=1, bias[C]=0; [G] with affine=group as ONNX opset 18 | one statistic an example and group of channels | Wu and He 2018, arXiv 1803.08494
 * rms | last axis, or named ones | weight=1 of the normalized shape | layer without centring and without bias | Zhang and Sennrich 2019, arXiv 1910.07467
 * channel-layer | c | weight[C]=1, bias[C]=0 | layer at each position alone | Liu et al. 2022 (ConvNeXt), arXiv 2201.03545
 * positional | c | - | channel-layer without parameters; means and deviations are outputs with gradients | Li et al. 2019, arXiv 1907.04312
 * pixel | c | - | rms at each position, without a weight | Karras et al. 2018, arXiv 1710.10196
 * filter-response | s | weight[C]=1, bias[C]=0, tau[C]=0; eps[C] with learn-eps | instance without centring, then a learned threshold | Singh and Krishnan 2019, arXiv 1911.09737
 * evonorm-s0 | k, s | weight[C]=1, bias[C]=0, v[C]=1 | group without centring x, with a sigmoid gate in place of an activation | Liu et al. 2020, arXiv 2004.02967
 * global-response | s, then c | weight[C]=0, bias[C]=0 | channels compete by their L2 norms; x itself is added | Woo et al. 2023 (ConvNeXt V2), arXiv 2301.00808
 * mean-variance | n, s, or named ones | - | eps beside the root; neither parameters nor running statistics | ONNX MeanVarianceNormalization 13
 * adaptive | of its base | weight[N,C]=1, bias[N,C]=0, given with each call | weight and bias come from a condition, one an example and channel | Huang and Belongie 2017, arXiv 1703.06868
 * virtual-batch | s, merged with a reference batch | weight[C]=1, bias[C]=0 | a fixed reference batch takes the place of the other examples | Salimans et al. 2016, arXiv 1606.03498
 * scale | last axis | weight[1]=sqrt(D) | one weight for all; eps is a floor | Nguyen and Salazar 2019, arXiv 1910.05895
 * lp | one axis | - | a sum takes the place of the mean; eps is a floor | ONNX LpNormalization 22
 * local-response | a window of channels | - | the window moves with the channel | Krizhevsky, Sutskever and Hinton 2012
 * dynamic-tanh | - | weight[C]=1, bias[C]=0, alpha[1]=0.5 | no statistic at all | Zhu et al. 2025, arXiv 2503.10622
 * ghost-batch | n of a sub-batch, s | weight[C]=1, bias[C]=0 | batch over sub-batches in order; the remainder joins the last | Hoffer, Hubara and Soudry 2017, arXiv 1705.08741
 * batch-renorm | n, s | weight[C]=1, bias[C]=0 | batch corrected towards its running statistics by clipped factors | Ioffe 2017, arXiv 1702.03275
 * sync-batch | n, s of all shards | weight[C]=1, bias[C]=0 | batch whose examples lie on several workers; moments are merged exactly | -
 * split-batch | n of a part, s | weight[splits*C]=1, bias[splits*C]=0 | equal parts of the batch share nothing; part 0 is evaluated | Xie et al. 2019, arXiv 1911.09665; timm
 * domain-batch | n, s | weight[C]=1, bias[C]=0 | batch with running statistics for each domain | detectron2 (Wu et al. 2019)
 * estimated-batch | n, s | weight[C]=1, bias[C]=0 | the running statistics, updated first, normalize the batch | Qiao et al. 2019, arXiv 1911.09738
 * batch-channel | n, s, then k, s | weight[C]=1, bias[C]=0, group_weight[G]=1, group_bias[G]=0 | estimated batch, then group with a weight and bias a group | Qiao et al. 2019, arXiv 1911.09738
 * mean-only-batch | n, s | bias[C]=0 | batch that only centres | Salimans and Kingma 2016, arXiv 1602.07868
 * variance-only-batch | n, s | weight[C]=1, bias[C]=0 | batch that only scales | Lubana, Dick and Tanaka 2021, arXiv 2106.05956
 * switchable | s; c, s; n, s | weight[C]=1, bias[C]=0, mean_weight[3]=1, var_weight[3]=1 (softmax) | learned mixtures of the means and variances of instance, layer and batch | Luo et al. 2018, arXiv 1806.10779
 * batch-instance | n, s; s | weight[C]=1, bias[C]=0, rho[C]=1 within 0 and 1 | a learned mixture of batch and instance in each channel | Nam and Kim 2018, arXiv 1805.07925
 * whitened-batch | n, s | weight[C]=1, bias[C]=0 | the covariance of a group of channels takes the place of the variance | Huang et al. 2018, arXiv 1804.08450
 * evonorm-b0 | n, s; s | weight[C]=1, bias[C]=0, v[C]=1 | x over the larger of its batch deviation and a learned line plus its instance deviation | Liu et al. 2020, arXiv 2004.02967
 * power | k; n, s | weight[C]=1, bias[C]=0 | mean squares over the batch, running ones in training too | Shen et al. 2020, arXiv 2003.07845
 * online | earlier examples in order | weight[C]=1, bias[C]=0 | exponential averages from example to example | Chiley et al. 2019, arXiv 1905.05894
 * recurrent-batch | n, at each t | weight[C]=0.1, bias[C]=0, shared by the steps | batch with statistics of each time step; the last step's for all later ones | Cooijmans et al. 2017, arXiv 1603.09025
 * layer-lstm | the 4H gate values of a step | weight=1, bias=0 of each; as a norm of its own, those of the gates alone | the layer normalizations of an LSTM cell, by the name of its definition | Ba, Kiros and Hinton 2016, arXiv 1607.06450
 * weight | fan-in | weight_g[out]=1, or |v| | length and direction of a weight are learned apart | Salimans and Kingma 2016, arXiv 1602.07868
 * weight-standardized | fan-in | - | weights are centred and scaled, not activations | Qiao et al. 2019, arXiv 1903.10520
 * scaled-weight-standardized | fan-in | gain[out]=1 | weight-standardized with a gain and the constant of the activation | Brock, De and Smith 2021, arXiv 2101.08692
 * spectral | the whole weight | - | divides by an estimate of the largest singular value | Miyato et al. 2018, arXiv 1802.05957
 * </pre>
 */
@NullMarked
package org.normlab.variants;

import org.jspecify.annotations.NullMarked;
