// Error messages, and the layer that each of them speaks of. Those of PyTorch are as PyTorch 1.13 wrote them for
// layers that it refused; the others follow the wording of the frameworks' sources, with other numbers.

/** A message, the link of its layer, and that of the remedy that is offered first. */
export const messages = [
  [
    "RuntimeError: Calculated padded input size per channel: (3 x 4). Kernel size: (5 x 5). Kernel size can't be greater than actual input size",
    'v=1&op=conv&x=rand:3x4:1&k=rand:5x5:2&end',
    'v=1&op=conv&x=rand:3x4:1&k=rand:3x4:2&end',
  ],
  [
    "RuntimeError: Calculated padded input size per channel: (7 x 11). Kernel size: (9 x 9). Kernel size can't be greater than actual input size",
    'v=1&op=conv&x=rand:7x11:1&k=rand:9x9:2&end',
    'v=1&op=conv&x=rand:7x11:1&k=rand:7x9:2&end',
  ],
  [
    "RuntimeError: Calculated padded input size per channel: (5). Kernel size: (7). Kernel size can't be greater than actual input size",
    'v=1&op=conv&x=rand:1x5:1&k=rand:1x7:2&end',
    'v=1&op=conv&x=rand:1x5:1&k=rand:1x5:2&end',
  ],
  [
    'RuntimeError: Given groups=1, weight of size [12, 3, 7, 7], expected input[1, 1, 40, 30] to have 3 channels, but got 1 channels instead',
    'v=1&op=conv&x=rand:40x30:1&k=rand:12x3x7x7:2&end',
    'v=1&op=conv&x=rand:3x40x30:1&k=rand:12x3x7x7:2&end',
  ],
  [
    'RuntimeError: Given groups=1, weight of size [12, 3, 3, 3], expected input[2, 20, 26, 3] to have 3 channels, but got 20 channels instead',
    'v=1&op=conv&x=rand:20x26x3:1&k=rand:12x3x3x3:2&end',
    'v=1&op=conv&x=rand:3x20x26:1&k=rand:12x3x3x3:2&end',
  ],
  [
    'RuntimeError: Given groups=1, weight of size [7, 5, 3], expected input[1, 9, 11] to have 5 channels, but got 9 channels instead',
    'v=1&op=conv&x=rand:9x1x11:1&k=rand:7x5x1x3:2&end',
    'v=1&op=conv&x=rand:5x1x11:1&k=rand:7x5x1x3:2&end',
  ],
  [
    'RuntimeError: Given groups=3, weight of size [12, 2, 3, 3], expected input[1, 8, 9, 9] to have 6 channels, but got 8 channels instead',
    'v=1&op=conv&x=rand:8x9x9:1&k=rand:12x2x3x3:2&g=3&end',
    'v=1&op=conv&x=rand:6x9x9:1&k=rand:12x2x3x3:2&g=3&end',
  ],
  [
    'RuntimeError: Given transposed=1, weight of size [24, 10, 4, 4], expected input[1, 10, 7, 9] to have 24 channels, but got 10 channels instead',
    'v=1&x=rand:10x7x9:1&k=rand:24x10x4x4:2&end',
    'v=1&x=rand:24x7x9:1&k=rand:24x10x4x4:2&end',
  ],
  [
    'RuntimeError: output padding must be smaller than either stride or dilation, but got output_padding_height: 2 output_padding_width: 2 stride_height: 2 stride_width: 2 dilation_height: 1 dilation_width: 1',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=2&o=2&end',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=2&o=1&end',
  ],
  [
    'ValueError: requested an output size of (16, 12), but valid sizes range from [13, 11] to [14, 12] (for an input of torch.Size([7, 6]))',
    'v=1&x=rand:7x6:1&k=rand:3x3:2&s=2&o=3,1&p=1&end',
    'v=1&x=rand:7x6:1&k=rand:6x4:2&s=2&p=1&end',
  ],
  [
    'ValueError: requested an output size of (14, 14), but valid sizes range from [16, 16] to [18, 18] (for an input of torch.Size([5, 5]))',
    'v=1&x=rand:5x5:1&k=rand:4x4:2&s=3&o=-2&end',
    'v=1&x=rand:5x5:1&k=rand:4x4:2&s=3&p=1&end',
  ],
  [
    'ValueError: requested an output size of (17,), but valid sizes range from [13] to [14] (for an input of torch.Size([7]))',
    'v=1&x=rand:1x7:1&k=rand:1x3:2&s=1,2&o=0,4&p=0,1&end',
    'v=1&x=rand:1x7:1&k=rand:1x7:2&s=1,2&p=0,1&end',
  ],
  [
    'RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 18 but got size 19 for tensor number 1 in the list.',
    'v=1&x=rand:9x9:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:9x9:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    'RuntimeError: The size of tensor a (37) must match the size of tensor b (32) at non-singleton dimension 3',
    'v=1&x=rand:16x16:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:16x16:1&k=rand:7x7:2&s=2&panel=shapes&end',
  ],
  [
    'RuntimeError: The size of tensor a (48) must match the size of tensor b (96) at non-singleton dimension 1',
    'v=1&op=conv&x=rand:48x6x6:1&k=rand:96x48x1x1:2&end',
    'v=1&op=conv&x=rand:48x6x6:1&k=rand:96x48x1x1:2&end',
  ],
  [
    'RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [14, 17]',
    'v=1&op=conv&x=rand:14x17:1&k=rand:3x3:2&end',
    'v=1&op=conv&x=rand:14x17:1&k=rand:3x3:2&end',
  ],
  [
    'RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d, but got input of size: [8, 50]',
    'v=1&x=rand:50x1x1:1&k=rand:50x1x3x3:2&end',
    'v=1&x=rand:50x1x1:1&k=rand:50x1x3x3:2&end',
  ],
  [
    'RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [2, 3, 1, 20]',
    'v=1&op=conv&x=rand:3x1x20:1&k=rand:3x1x3:2&end',
    'v=1&op=conv&x=rand:3x1x20:1&k=rand:3x1x3:2&end',
  ],
  [
    'RuntimeError: non-positive stride is not supported',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&s=0&end',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&end',
  ],
  [
    'RuntimeError: negative padding is not supported',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&p=-1&end',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&end',
  ],
  [
    'RuntimeError: negative output_padding is not supported',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&o=-1&end',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&end',
  ],
  [
    'RuntimeError: dilation should be greater than zero, but got [0, 0]',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&d=0&end',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&end',
  ],
  [
    'ValueError: in_channels must be divisible by groups',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:4x1x3x3:2&g=2&end',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:4x3x3x3:2&end',
  ],
  [
    'ValueError: out_channels must be divisible by groups',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:3x2x3x3:2&g=2&end',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:3x4x3x3:2&end',
  ],
  [
    'RuntimeError: Given groups=3, expected weight to be divisible by 3 at dimension 0, but got weight of size [[10, 2, 3, 3]] instead',
    'v=1&op=conv&x=rand:6x6x6:1&k=rand:10x2x3x3:2&g=3&end',
    'v=1&op=conv&x=rand:6x6x6:1&k=rand:10x3x3x3:2&g=2&end',
  ],
  [
    'RuntimeError: Given groups=3, expected weight to be at least 3 at dimension 0, but got weight of size [2, 2, 3, 3] instead',
    'v=1&op=conv&x=rand:6x6x6:1&k=rand:2x2x3x3:2&g=3&end',
    'v=1&op=conv&x=rand:6x6x6:1&k=rand:2x3x3x3:2&g=2&end',
  ],
  [
    'RuntimeError: Given weight of size [6, 2, 3, 3], expected bias to be 1-dimensional with 6 elements, but got bias of size [4] instead',
    'v=1&op=conv&x=rand:2x6x6:1&k=rand:6x2x3x3:2&b=0,0,0,0&end',
    'v=1&op=conv&x=rand:2x6x6:1&k=rand:6x2x3x3:2&b=0,0,0,0,0,0&end',
  ],
  [
    'RuntimeError: Given transposed=1, weight of size [2, 6, 3, 3], expected bias to be 1-dimensional with 6 elements, but got bias of size [4] instead',
    'v=1&x=rand:2x6x6:1&k=rand:2x6x3x3:2&b=0,0,0,0&end',
    'v=1&x=rand:2x6x6:1&k=rand:2x6x3x3:2&b=0,0,0,0,0,0&end',
  ],
  [
    "ValueError: padding='same' is not supported for strided convolutions",
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&s=2&end',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3:2&s=2&p=1&end',
  ],
  [
    'Traceback (most recent call last):\n  File "net.py", line 48, in <module>\n    try: Net()(torch.zeros(1,3,9,9))\n         ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  File "site-packages/torch/nn/modules/module.py", line 1194, in _call_impl\n    return forward_call(*input, **kwargs)\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  File "net.py", line 47, in forward\n    return self.conv2(self.conv1(x))\n           ^^^^^^^^^^^^^^^^^^^^^^^^^\n  File "site-packages/torch/nn/modules/module.py", line 1194, in _call_impl\n    return forward_call(*input, **kwargs)\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  File "site-packages/torch/nn/modules/conv.py", line 463, in forward\n    return self._conv_forward(input, self.weight, self.bias)\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  File "site-packages/torch/nn/modules/conv.py", line 459, in _conv_forward\n    return F.conv2d(input, weight, bias, self.stride,\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\nRuntimeError: Calculated padded input size per channel: (5 x 5). Kernel size: (7 x 7). Kernel size can\'t be greater than actual input size\n',
    'v=1&op=conv&x=rand:5x5:1&k=rand:7x7:2&end',
    'v=1&op=conv&x=rand:5x5:1&k=rand:5x5:2&end',
  ],
  [
    'ValueError: Negative dimension size caused by subtracting 3 from 2 for \'{{node conv2d_3/Conv2D}} = Conv2D[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="VALID", strides=[1, 2, 2, 1], use_cudnn_on_gpu=true](Placeholder, conv2d_3/Conv2D/ReadVariableOp)\' with input shapes: [?,2,5,24], [3,3,24,40].',
    'v=1&op=conv&x=rand:24x2x5:1&k=rand:40x24x3x3:2&s=2&end',
    'v=1&op=conv&x=rand:24x2x5:1&k=rand:40x24x3x3:2&s=2&p=0,1,1,1&end',
  ],
  [
    "ValueError: Negative dimension size caused by subtracting 5 from 4 for 'conv2d_2/convolution' (op: 'Conv2D') with input shapes: [?,4,4,32], [5,5,32,64].",
    'v=1&op=conv&x=rand:32x4x4:1&k=rand:64x32x5x5:2&end',
    'v=1&op=conv&x=rand:32x4x4:1&k=rand:64x32x5x5:2&p=2&end',
  ],
  [
    'ValueError: Exception encountered when calling layer "conv2d_1" (type Conv2D).\n\nNegative dimension size caused by subtracting 9 from 7 for \'{{node conv2d_1/Conv2D}} = Conv2D[T=DT_FLOAT, data_format="NCHW", dilations=[1, 1, 4, 4], padding="VALID", strides=[1, 1, 1, 1]](Placeholder, conv2d_1/Conv2D/ReadVariableOp)\' with input shapes: [?,8,7,7], [3,3,8,10].',
    'v=1&op=conv&x=rand:8x7x7:1&k=rand:10x8x3x3:2&d=4&end',
    'v=1&op=conv&x=rand:8x7x7:1&k=rand:10x8x3x3:2&d=4&p=4&end',
  ],
  [
    'ValueError: Negative dimension size caused by subtracting 2 from 1 for \'{{node max_pooling2d_4/MaxPool}} = MaxPool[T=DT_FLOAT, data_format="NHWC", explicit_paddings=[], ksize=[1, 2, 2, 1], padding="VALID", strides=[1, 2, 2, 1]](Placeholder)\' with input shapes: [?,1,1,48].',
    'v=1&op=conv&x=rand:48x1x1:1&k=rand:48x1x2x2:2&s=2&g=48&end',
    'v=1&op=conv&x=rand:48x1x1:1&k=rand:48x1x2x2:2&s=2&p=0,1,0,1&g=48&end',
  ],
  [
    'ValueError: Negative dimension size caused by subtracting 3 from 1 for \'{{node depthwise}} = DepthwiseConv2dNative[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="VALID", strides=[1, 1, 1, 1]](Placeholder, r)\' with input shapes: [?,1,1,20], [3,3,20,1].',
    'v=1&op=conv&x=rand:20x1x1:1&k=rand:20x1x3x3:2&g=20&end',
    'v=1&op=conv&x=rand:20x1x1:1&k=rand:20x1x3x3:2&p=1&g=20&end',
  ],
  [
    'Negative dimension size caused by subtracting 7 from 6',
    'v=1&op=conv&x=rand:6x6:1&k=rand:7x7:2&end',
    'v=1&op=conv&x=rand:6x6:1&k=rand:7x7:2&p=3&end',
  ],
  [
    "tensorflow.python.framework.errors_impl.InvalidArgumentError: Conv2DSlowBackpropInput: Size of out_backprop doesn't match computed: actual = 18, computed = 17spatial_dim: 1 input: 36 filter: 4 output: 18 stride: 2 dilation: 1 [Op:Conv2DBackpropInput]",
    'v=1&x=rand:18x18:1&k=rand:4x4:2&s=2&panel=shapes&end',
    'v=1&x=rand:18x18:1&k=rand:4x4:2&s=2&panel=shapes&end',
  ],
  [
    "InvalidArgumentError: Conv2DCustomBackpropInput: Size of out_backprop doesn't match computed: actual = 9, computed = 7 spatial_dim: 2 input: 14 filter: 5 output: 9 stride: 2 dilation: 1",
    'v=1&x=rand:9x9:1&k=rand:5x5:2&s=2&p=2&panel=shapes&end',
    'v=1&x=rand:9x9:1&k=rand:5x5:2&s=2&p=2&panel=shapes&end',
  ],
  [
    'InvalidArgumentError (see above for traceback): Conv2DSlowBackpropInput: Size of out_backprop doesn\'t match computed: actual = 5, computed = 6\n\t [[Node: decoder/conv2d_transpose = Conv2DBackpropInput[T=DT_FLOAT, data_format="NHWC", padding="SAME", strides=[1, 2, 2, 1], use_cudnn_on_gpu=true](a, b, c)]]',
    'v=1&x=rand:5x5:1&k=rand:3x3:2&s=2&p=0,1,0,1&panel=shapes&end',
    'v=1&x=rand:5x5:1&k=rand:3x3:2&s=2&p=0,1,0,1&panel=shapes&end',
  ],
  [
    'ValueError: Depth of input (4) is not a multiple of input depth of filter (3) for \'{{node conv2d/Conv2D}} = Conv2D[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="SAME", strides=[1, 2, 2, 1], use_cudnn_on_gpu=true](Placeholder, r)\' with input shapes: [?,30,40,4], [5,5,3,16].',
    'v=1&op=conv&x=rand:4x30x40:1&k=rand:16x3x5x5:2&s=2&end',
    'v=1&op=conv&x=rand:3x30x40:1&k=rand:16x3x5x5:2&s=2&end',
  ],
  [
    'InvalidArgumentError: input depth must be evenly divisible by filter depth: 1 vs 3 [Op:Conv2D]',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3x3:2&end',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:3x3x3:2&end',
  ],
  [
    'InvalidArgumentError: input and filter must have the same depth: 3 vs 10',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:10x3x3:2&end',
    'v=1&op=conv&x=rand:10x6x6:1&k=rand:10x3x3:2&end',
  ],
  [
    'ValueError: Depth of output (10) is not a multiple of the number of groups (4) for \'{{node Conv2D}} = Conv2D[T=DT_FLOAT, padding="SAME", strides=[1, 1, 1, 1]](a, b)\' with input shapes: [2,9,9,8], [3,3,2,10].',
    'v=1&op=conv&x=rand:8x9x9:1&k=rand:10x2x3x3:2&g=4&end',
    'v=1&op=conv&x=rand:8x9x9:1&k=rand:10x4x3x3:2&g=2&end',
  ],
  [
    'InvalidArgumentError: Computed output size would be negative: -3 [input_size: 4, effective_filter_size: 9, stride: 2] [Op:Conv2D]',
    'v=1&op=conv&x=rand:4x4:1&k=rand:9x9:2&s=2&end',
    'v=1&op=conv&x=rand:4x4:1&k=rand:4x4:2&s=2&end',
  ],
  [
    "InvalidArgumentError: Computed input depth 6 doesn't match filter input depth 3 [Op:Conv2DBackpropInput]",
    'v=1&x=rand:6x6:1&k=rand:3x3x3:2&s=2&end',
    'v=1&x=rand:6x6:1&k=rand:3x3x3:2&s=2&end',
  ],
  [
    'ValueError: One of the dimensions in the output is <= 0 due to downsampling in conv2d_7. Consider increasing the input size. Received input shape [None, 2, 2, 36] which would produce output shape with a zero or negative value in a dimension.',
    'v=1&op=conv&x=rand:36x2x2:1&k=rand:36x3x3:2&end',
    'v=1&op=conv&x=rand:36x2x2:1&k=rand:36x3x3:2&p=1&end',
  ],
  [
    'ValueError: Computed output size would be negative. Received `inputs shape=(None, 3, 2, 12)`, `kernel shape=(5, 5, 12, 20)`, `dilation_rate=[1 1]`.',
    'v=1&op=conv&x=rand:12x3x2:1&k=rand:20x12x5x5:2&end',
    'v=1&op=conv&x=rand:12x3x2:1&k=rand:20x12x5x5:2&p=2&end',
  ],
  [
    'ValueError: Computed output size would be negative. Received `inputs shape=(None, 2, 32)`, `kernel shape=(5, 32, 48)`, `dilation_rate=[1]`.',
    'v=1&op=conv&x=rand:32x1x2:1&k=rand:48x32x1x5:2&end',
    'v=1&op=conv&x=rand:32x1x2:1&k=rand:48x32x1x5:2&p=0,2&end',
  ],
  [
    'ValueError: Computed output size would be negative. Received: `inputs.shape=[None 1 1 16]` and `pool_size=[2 2]`.',
    'v=1&op=conv&x=rand:16x1x1:1&k=rand:16x1x2x2:2&g=16&end',
    'v=1&op=conv&x=rand:16x1x1:1&k=rand:16x1x2x2:2&p=0,1,0,1&g=16&end',
  ],
  [
    'ValueError: The number of input channels must be evenly divisible by the number of groups. Received groups=5, but the input has 12 channels (full input shape is (None, 9, 9, 12)).',
    'v=1&op=conv&x=rand:12x9x9:1&k=rand:5x2x3x3:2&g=5&end',
    'v=1&op=conv&x=rand:12x9x9:1&k=rand:5x12x3x3:2&end',
  ],
  [
    'ValueError: The number of filters must be evenly divisible by the number of groups. Received: groups=4, filters=10',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x1x3x3:2&g=4&end',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x2x3x3:2&g=2&end',
  ],
  [
    'ValueError: Input 0 of layer "conv2d_4" is incompatible with the layer: expected axis -1 of input shape to have value 3, but received input with shape (None, 26, 30, 1)',
    'v=1&op=conv&x=rand:26x30:1&k=rand:3x3x3:2&end',
    'v=1&op=conv&x=rand:3x26x30:1&k=rand:3x3x3:2&end',
  ],
  [
    'ValueError: Input 0 of layer conv2d is incompatible with the layer: expected axis -1 of input shape to have value 3 but received input with shape [None, 3, 26, 30]',
    'v=1&op=conv&x=rand:30x3x26:1&k=rand:3x3x3:2&end',
    'v=1&op=conv&x=rand:3x26x30:1&k=rand:3x3x3:2&end',
  ],
  [
    'ValueError: Input 0 of layer "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 20)',
    'v=1&op=conv&x=rand:28x20:1&k=rand:3x3:2&end',
    'v=1&op=conv&x=rand:28x20:1&k=rand:3x3:2&end',
  ],
  [
    'ValueError: `strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: strides=(2, 2) and dilation_rate=(3, 3)',
    'v=1&op=conv&x=rand:7x7:1&k=rand:3x3:2&s=2&d=3&end',
    'v=1&op=conv&x=rand:7x7:1&k=rand:3x3:2&s=2&end',
  ],
  [
    'ValueError: Strides must be greater than output padding. Received strides=(2, 2), output_padding=(2, 2).',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=2&o=2&end',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=2&o=1&end',
  ],
  [
    'ValueError: Stride (3, 3) must be greater than output padding (3, 1)',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=3&o=3,1&end',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&s=3&o=2,1&end',
  ],
  [
    'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 44, 44, 64), (None, 45, 45, 64)]',
    'v=1&x=rand:22x22:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:22x22:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    'InvalidArgumentError: ConcatOp : Dimension 1 in both shapes must be equal: shape[0] = [1,26,26,64] vs. shape[1] = [1,27,27,64] [Op:ConcatV2]',
    'v=1&x=rand:13x13:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:13x13:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Conv node. Name:'/conv1/Conv' Status Message: Input channels C is not equal to kernel channels * group. C: 1 kernel channels: 3 group: 2",
    'v=1&op=conv&x=rand:6x6:1&k=rand:2x3x3x3:2&g=2&end',
    'v=1&op=conv&x=rand:6x6x6:1&k=rand:2x3x3x3:2&g=2&end',
  ],
  [
    "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Conv node. Name:'c' Status Message: Output channels M is not divisible by group. M: 10 group: 4",
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x1x3x3:2&g=4&end',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x2x3x3:2&g=2&end',
  ],
  [
    "[ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Non-zero status code returned while running ConvTranspose node. Name:'up' Status Message: filter number not equal to input channel number. filter_number: 48 num_input_channels: 24",
    'v=1&x=rand:24x6x6:1&k=rand:48x1x3x3:2&end',
    'v=1&x=rand:48x6x6:1&k=rand:48x1x3x3:2&end',
  ],
  [
    'Status Message: Input channels is not divisible by group. num_input_channels: 10 group: 4',
    'v=1&x=rand:10x6x6:1&k=rand:10x1x3x3:2&g=4&end',
    'v=1&x=rand:10x6x6:1&k=rand:10x1x3x3:2&g=5&end',
  ],
  [
    'Status Message: kernel_shape is not compatible with W shape. kernel_shape: {3,3} W: {16,8,5,5}',
    'v=1&op=conv&x=rand:8x6x6:1&k=rand:16x8x5x5:2&end',
    'v=1&op=conv&x=rand:8x6x6:1&k=rand:16x8x5x5:2&end',
  ],
  [
    'Status Message: X num_dims does not match W num_dims. X: {3,20,22} W: {16,3,5,5}',
    'v=1&op=conv&x=rand:3x20x22:1&k=rand:16x3x5x5:2&end',
    'v=1&op=conv&x=rand:3x20x22:1&k=rand:16x3x5x5:2&end',
  ],
  [
    'onnx.onnx_cpp2py_export.shape_inference.InferenceError: [ShapeInferenceError] (op_type:ConvTranspose, node name: up): Attribute pads has incorrect size',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&p=1&end',
    'v=1&x=rand:6x6:1&k=rand:3x3:2&p=1&end',
  ],
  [
    "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Concat node. Name:'/Concat' Status Message: concat.cc:159 PrepareForCompute Non concat axis dimensions must match: Axis 3 has mismatched dimensions of 52 and 53",
    'v=1&x=rand:26x26:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:26x26:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    'ValueError: conv_general_dilated lhs feature dimension size divided by feature_group_count must equal the rhs input feature dimension size, but 4 // 1 != 3.',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:3x3x3:2&end',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:3x3x3:2&end',
  ],
  [
    'ValueError: conv_general_dilated rhs output feature dimension size must be a multiple of feature_group_count, but 10 is not a multiple of 4.',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x1x3x3:2&g=4&end',
    'v=1&op=conv&x=rand:4x6x6:1&k=rand:10x2x3x3:2&g=2&end',
  ],
  [
    "ValueError: (InvalidArgument) The number of input's channels should be equal to filter's channels * groups for Op(Conv). But received: the input's channels is 40, the input's shape is [1, 40, 52, 3]; the filter's channels is 3, the filter's shape is [16, 3, 3, 3]; the groups is 1, the data_format is NCHW. The error may come from wrong data_format setting.\n  [Hint: Expected input_channels == filter_dims[1] * groups, but received input_channels:40 != filter_dims[1] * groups:3.] (at /paddle/paddle/phi/infermeta/binary.cc:534)",
    'v=1&op=conv&x=rand:40x52x3:1&k=rand:16x3x3x3:2&end',
    'v=1&op=conv&x=rand:3x40x52:1&k=rand:16x3x3x3:2&end',
  ],
  [
    "ValueError: (InvalidArgument) The number of input's channels should be equal to filter's channels * groups for Op(Conv). But received: the input's channels is 24, the input's shape is [2, 24, 9, 1]; the filter's channels is 6, the filter's shape is [16, 6, 3, 1]; the groups is 2, the data_format is NCHW. The error may come from wrong data_format setting.",
    'v=1&op=conv&x=rand:24x9x1:1&k=rand:16x6x3x1:2&g=2&end',
    'v=1&op=conv&x=rand:12x9x1:1&k=rand:16x6x3x1:2&g=2&end',
  ],
  [
    "ValueError: (InvalidArgument) The number of input channels should be equal to filter channels for Op(conv_transpose). But received: the input's channels is 32, the input's shape is [1, 32, 9, 9]; the filter's channels is 64, the filter's shape is [64, 20, 4, 4]. The data_format is NCHW. The error may come from wrong data_format setting.",
    'v=1&x=rand:32x9x9:1&k=rand:64x20x4x4:2&end',
    'v=1&x=rand:64x9x9:1&k=rand:64x20x4x4:2&end',
  ],
  [
    "ValueError: (InvalidArgument) The output's size is expected to be greater than 0. But received: output's size is 0. The output's size is computed by ((input_size + padding_1 + padding_2 - (dilation * (filter_size - 1) + 1)) / stride + 1), where input_size is 3, padding is (1, 0), filter_size is 3, dilation is 2, stride is 2.",
    'v=1&op=conv&x=rand:3x3:1&k=rand:3x3:2&s=2&d=2&p=1,0,1,0&end',
    'v=1&op=conv&x=rand:3x3:1&k=rand:2x2:2&s=2&d=2&p=1,0,1,0&end',
  ],
  [
    'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.down = nn.Conv2d(3, 16, 3, stride=2, padding=1)\n        self.up = nn.ConvTranspose2d(16, 8, 4, stride=4, padding=1, bias=False)\n\nRuntimeError: Sizes of tensors must match except in dimension 1. Expected size 26 but got size 27 for tensor number 1 in the list.',
    'v=1&x=rand:16x7x7:1&k=rand:16x8x4x4:2&s=4&p=1&panel=shapes&end',
    'v=1&x=rand:16x7x7:1&k=rand:16x8x4x4:2&s=4&o=1&p=1&panel=shapes&end',
  ],
  [
    "self.conv2 = nn.Conv2d(8, 16, 3, stride=2, padding=1, dilation=3)\nRuntimeError: Calculated padded input size per channel: (5 x 5). Kernel size: (7 x 7). Kernel size can't be greater than actual input size",
    'v=1&op=conv&x=rand:8x3x3:1&k=rand:16x8x3x3:2&b=0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0&s=2&d=3&p=1&end',
    'v=1&op=conv&x=rand:8x3x3:1&k=rand:16x8x2x2:2&b=0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0&s=2&d=3&p=1&end',
  ],
  [
    'y = nn.Conv2d(64, 64, 3)(x)\nreturn x + y\nRuntimeError: The size of tensor a (32) must match the size of tensor b (30) at non-singleton dimension 3',
    'v=1&op=conv&x=rand:64x32x32:1&k=rand:64x64x3x3:2&b=0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0&panel=shapes&end',
    'v=1&op=conv&x=rand:64x32x32:1&k=rand:64x64x3x3:2&b=0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0&p=1&panel=shapes&end',
  ],
  [
    'Traceback (most recent call last):\n  File "/home/me/train.py", line 88, in <module>\n    out = net(img)\n  File "/usr/lib/python3/dist-packages/torch/nn/modules/module.py", line 1518, in _wrapped_call_impl\n    return self._call_impl(*args, **kwargs)\n  File "/home/me/net.py", line 31, in forward\n    x = self.up1(x)\n  File "/usr/lib/python3/dist-packages/torch/nn/modules/conv.py", line 948, in forward\n    return F.conv_transpose2d(\nRuntimeError: Given transposed=1, weight of size [64, 32, 2, 2], expected input[4, 128, 9, 9] to have 64 channels, but got 128 channels instead',
    'v=1&x=rand:128x9x9:1&k=rand:64x32x2x2:2&end',
    'v=1&x=rand:64x9x9:1&k=rand:64x32x2x2:2&end',
  ],
  [
    'RuntimeError: torch.cat(): Sizes of tensors must match except in dimension 1. Expected 24 in dimension 2 but got 25 for tensor number 1 in the list',
    'v=1&x=rand:12x12:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:12x12:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    'ValueError: Computed output size would be negative. Received `inputs.shape=(None, 2, 2, 8)`, `kernel.shape=(3, 3, 8, 16)`, `dilation_rate=[1 1]`.',
    'v=1&op=conv&x=rand:8x2x2:1&k=rand:16x8x3x3:2&end',
    'v=1&op=conv&x=rand:8x2x2:1&k=rand:16x8x3x3:2&p=1&end',
  ],
  [
    'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concat axis. Received: input_shape=[(None, 26, 26, 64), (None, 25, 25, 64)]',
    'v=1&x=rand:13x13:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:13x13:1&k=rand:2x2:2&s=2&p=0,1,0,1&panel=shapes&end',
  ],
  [
    'ScopeParamShapeError: Initializer expected to generate shape (3, 3, 1, 8) but got shape (3, 3, 3, 8) instead for parameter "kernel" in "/Conv_0".',
    'v=1&op=conv&x=rand:6x6:1&k=rand:8x3x3x3:2&end',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:8x3x3x3:2&end',
  ],
  [
    'RuntimeError: The expanded size of the tensor (24) must match the existing size (25) at non-singleton dimension 3.  Target sizes: [1, 8, 24, 24].  Tensor sizes: [8, 25, 25]',
    'v=1&x=rand:12x12:1&k=rand:2x2:2&s=2&panel=shapes&end',
    'v=1&x=rand:12x12:1&k=rand:2x2:2&s=2&o=1&panel=shapes&end',
  ],
  [
    'Error: Error in conv2d: depth of input (1) must match input depth for filter 3.',
    'v=1&op=conv&x=rand:6x6:1&k=rand:3x3x3:2&end',
    'v=1&op=conv&x=rand:3x6x6:1&k=rand:3x3x3:2&end',
  ],
];
