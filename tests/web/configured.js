// Layers that no program calls: configurations, networks as text; matrices in sentences and in Fortran.

/** A text, and its tensors, as in readings.js. */
export const tensors = [
  ['k = (/ 1, 2, 3 /)', 'k 3 1,2,3'],
  ['real, dimension(2,2) :: k = reshape((/ 1, 2, 3, 5 /), (/ 2, 2 /))', 'k 2x2 1,3,2,5'],
  ['integer :: k(3) = [1,2,3]', 'k 3 1,2,3'],
  [
    'real(dp), parameter :: kernel(2,2) = reshape([ &\n   & 1.0_dp, 2.0_dp, & ! first column\n   & -3.0_dp, 5.0_dp ], [2, 2])',
    'k 2x2 1,-3,2,5',
  ],
  [
    'X = RESHAPE( (/ 1.0D0, 2.0D0, 3.0D0, 5.0D0 /), (/ 2, 2 /), ORDER=(/ 2, 1 /) )',
    'x 2x2 1,2,3,5',
  ],
  ['K = reshape(1:8, 2, 1, 2, 2)', 'k 2x2x2x1 1,2,3,4,5,6,7,8'],
  ['K = reshape(1:8, [2 2 2])', 'k 2x2x2 1,3,2,4,5,7,6,8'],
  ['K <- array(1:8, c(2, 2, 2))', 'k 2x2x2 1,3,2,4,5,7,6,8'],
  ['k = np.reshape(np.arange(8), (2, 2, 2))', 'k 2x2x2 0,1,2,3,4,5,6,7'],
  ['X is [[0,1],[2,3]] and K is [[1,2],[3,5]]', 'x 2x2 0,1,2,3 | k 2x2 1,2,3,5'],
  [
    'The input X is [[0, 1], [2, 3]] and the kernel is [[1, 2],\n [3, 5]].',
    'x 2x2 0,1,2,3 | k 2x2 1,2,3,5',
  ],
  ['where X equals [1, 2; 3, 4] and W equals [0 1; 1 0]', 'x 2x2 1,2,3,4 | k 2x2 0,1,1,0'],
  ['The kernel is [1, 2, 1].', 'k 3 1,2,1'],
  ['X: [[1, 2], [3, 4]] K: [[0, 1], [1, 0]]', 'x 2x2 1,2,3,4 | k 2x2 0,1,1,0'],
  ['[[1,2],[3,4]]\n[[1,2],[3,4],[5,6]]', 'x 2x2 1,2,3,4 | k 3x2 1,2,3,4,5,6'],
  ['输入矩阵是 [[1,2],[3,4]]，卷积核是 [[1,0],[0,1]]', 'x 2x2 1,2,3,4 | k 2x2 1,0,0,1'],
  ['[[0,1],[2,3]]\n[[0,1],[2,3]]', 'x 2x2 0,1,2,3 | k 2x2 0,1,2,3'],
  ['[[0 1]\n [2 3]]\n\n[[1 2]\n [3 5]]', 'x 2x2 0,1,2,3 | k 2x2 1,2,3,5'],
  ['[[0,1],[2,3]] [[1,2],[3,5]]', 'x 2x2 0,1,2,3 | k 2x2 1,2,3,5'],
  ['[[0,1],[2,3]],\n[[1,2],[3,5]]', '1x2x2x2 0,1,2,3,1,2,3,5'],
  ['[[0 1]\n [2 3]]\n[[1 2]\n [3 5]]\n[[6 7]\n [8 9]]', '1x3x2x2 0,1,2,3,1,2,3,5,6,7,8,9'],
  ['[1, 2]\n[3, 5]', '1x1x2x2 1,2,3,5'],
  [
    'tensor([[0., 1.],\n        [2., 3.]])\ntensor([[0., 1.],\n        [2., 3.]])',
    'x 2x2 0,1,2,3 | k 2x2 0,1,2,3',
  ],
  [
    '>>> k\narray([[1, 2],\n       [3, 5]])\n>>> x\narray([[0, 1],\n       [1, 0]])',
    'k 2x2 1,2,3,5 | x 2x2 0,1,1,0',
  ],
  ['gaussian = (1/4) * [[1, 2], [3, 5]]', 'k 2x2 0.25,0.5,0.75,1.25'],
  ['k = [[1, 2], [3, 5]] / 4', 'k 2x2 0.25,0.5,0.75,1.25'],
];

/** A text, and the links of its layers. */
export const layers = [
  [
    "{'name': 'conv2d', 'filters': 20, 'kernel_size': (5, 5), 'strides': (2, 2), 'padding': 'same', 'data_format': 'channels_last', 'dilation_rate': (1, 1), 'groups': 1, 'activation': 'linear', 'use_bias': True}",
    ['op=conv&x=rand:6x6:1&k=rand:20x1x5x5:2&b=0*20&s=2&p=1,2,1,2'],
  ],
  [
    "{'name': 'up', 'trainable': True, 'dtype': 'float32', 'filters': 20, 'kernel_size': (5, 5), 'strides': (2, 2), 'padding': 'same', 'data_format': 'channels_last', 'activation': 'linear', 'use_bias': False, 'kernel_initializer': {'class_name': 'GlorotUniform', 'config': {'seed': None}}, 'output_padding': None}",
    ['x=rand:6x6:1&k=rand:20x5x5:2&s=2&p=1,2,1,2'],
  ],
  [
    '{"class_name": "Sequential", "config": {"name": "sequential", "layers": [{"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, 28, 28, 2], "dtype": "float32"}}, {"class_name": "Conv2D", "config": {"name": "a", "filters": 3, "kernel_size": [3, 3], "strides": [1, 1], "padding": "valid", "use_bias": false}}, {"class_name": "MaxPooling2D", "config": {"pool_size": [2, 2]}}, {"class_name": "Conv2DTranspose", "config": {"filters": 8, "kernel_size": [2, 2], "strides": [2, 2], "padding": "same", "use_bias": false}}]}}',
    ['op=conv&x=rand:2x6x6:1&k=rand:3x2x3x3:2', 'x=rand:3x6x6:1&k=rand:3x8x2x2:2&s=2'],
  ],
  [
    '{"module": "keras.layers", "class_name": "Conv2D", "config": {"name": "c", "dtype": {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}}, "filters": 4, "kernel_size": [3, 3], "strides": [2, 2], "padding": "same", "use_bias": false}, "build_config": {"input_shape": [null, 10, 12, 3]}}',
    ['op=conv&x=rand:3x10x12:1&k=rand:4x3x3x3:2&s=2&p=0,1,0,1'],
  ],
  [
    "dict(type='Conv2d', in_channels=3, out_channels=2, kernel_size=3, stride=2, padding=1, bias=False)",
    ['op=conv&x=rand:3x6x6:1&k=rand:2x3x3x3:2&s=2&p=1'],
  ],
  [
    '{"type": "ConvTranspose2d", "in_channels": 3, "out_channels": 2, "kernel_size": 4, "stride": 2, "padding": 1, "bias": false}',
    ['x=rand:3x6x6:1&k=rand:3x2x4x4:2&s=2&p=1'],
  ],
  [
    '{"nodes": [{"op": "Convolution", "name": "conv0", "attrs": {"kernel": "(7, 7)", "num_filter": "4", "pad": "(3, 3)", "stride": "(2, 2)", "no_bias": "True"}, "inputs": [[0, 0, 0]]}]}',
    ['op=conv&x=rand:6x6:1&k=rand:4x1x7x7:2&s=2&p=3'],
  ],
  [
    'layer {\n  name: "conv1"\n  type: "Convolution"\n  bottom: "data"\n  top: "conv1"\n  convolution_param {\n    num_output: 20\n    kernel_size: 5\n    stride: 2\n    pad: 1\n  }\n}',
    ['op=conv&x=rand:6x6:1&k=rand:20x1x5x5:2&b=0*20&s=2&p=1'],
  ],
  [
    'layer { type: "Deconvolution" convolution_param { kernel_size: 4 stride: 2 num_output: 2 group: 2 pad: 1 weight_filler: { type: "bilinear" } bias_term: false } }',
    ['x=rand:2x6x6:1&k=rand:2x1x4x4:2&s=2&p=1&g=2'],
  ],
  [
    'input: "data"\ninput_shape { dim: 1 dim: 3 dim: 28 dim: 28 }\nlayer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 4 kernel_h: 3 kernel_w: 1 pad_h: 1 pad_w: 0 bias_term: false } }\nlayer { type: "ReLU" bottom: "a" top: "a" }\nlayer { type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 6 kernel_size: 3 group: 2 dilation: 2 bias_term: false } }',
    [
      'op=conv&x=rand:3x6x6:1&k=rand:4x3x3x1:2&p=1,0',
      'op=conv&x=rand:4x6x6:1&k=rand:6x2x3x3:2&d=2&g=2',
    ],
  ],
  [
    '[net]\nchannels=3\n\n[convolutional]\nbatch_normalize=1\nfilters=4\nsize=3\nstride=2\npad=1\nactivation=leaky\n\n[maxpool]\nsize=2\n\n[convolutional]\nbatch_normalize=1\nfilters=2\nsize=1',
    ['op=conv&x=rand:3x6x6:1&k=rand:4x3x3x3:2&s=2&p=1', 'op=conv&x=rand:4x6x6:1&k=rand:2x4x1x1:2'],
  ],
  [
    'Convolution              conv1                    1 1 data conv1 0=4 1=3 11=5 2=1 3=2 4=1 14=2 5=0 6=180',
    ['op=conv&x=rand:3x6x6:1&k=rand:4x3x5x3:2&s=2&p=2,1'],
  ],
  [
    'Deconvolution            up                       1 1 a b 0=2 1=4 3=2 4=1 5=0 6=64',
    ['x=rand:2x6x6:1&k=rand:2x2x4x4:2&s=2&p=1'],
  ],
  [
    'model:\n  conv1:\n    _target_: torch.nn.Conv2d\n    in_channels: 3\n    out_channels: 4\n    kernel_size: [3, 3]\n    bias: false\n  up: # twice as large\n    _target_: torch.nn.ConvTranspose2d\n    in_channels: 4\n    out_channels: 2\n    kernel_size: 2\n    stride: 2\n    bias: false',
    ['op=conv&x=rand:3x6x6:1&k=rand:4x3x3x3:2', 'x=rand:4x6x6:1&k=rand:4x2x2x2:2&s=2'],
  ],
  ["Y = dlconv(X, W, 0, 'Stride', 2, 'DataFormat', 'SSCB')", ['op=conv&s=2']],
  [
    "X = [1 2; 3 4];\nK = [0 1; 2 3];\nY = dlconv(X, K, 0, 'Padding', [1 0; 0 1], 'DataFormat', 'SS');",
    ['op=conv&x=1,2;3,4&p=1,0,0,1'],
  ],
  [
    "X = dlarray(single([1 2; 3 4]), 'SS');\nW = [0 1; 2 3];\nY = dltranspconv(X, W, 0, Stride=2, Cropping=1);",
    ['x=1,2;3,4&s=2&p=1'],
  ],
  [
    'w = rand(3, 5, 8, 16); X = rand(9, 7, 8, 1); Y = dlconv(X, w, 0)',
    ['op=conv&x=rand:8x9x7:1&k=rand:16x8x3x5:2'],
  ],
  [
    "convolution2dLayer(5, 20, 'Stride', 2, 'Padding', 'same')",
    ['op=conv&x=rand:6x6:1&k=rand:20x1x5x5:2&b=0*20&s=2&p=1,2,1,2'],
  ],
  [
    '- kernel_size: 3\n  filters: 2\n  use_bias: false\n- kernel_size: 5\n  filters: 4\n  use_bias: false',
    ['op=conv&x=rand:6x6:1&k=rand:2x1x3x3:2', 'op=conv&x=rand:6x6:1&k=rand:4x1x5x5:2'],
  ],
  [
    ">>> layer.get_config()\n{'name': 'c',\n 'filters': 2,\n 'kernel_size': (3, 3),\n 'use_bias': False}",
    ['op=conv&x=rand:6x6:1&k=rand:2x1x3x3:2'],
  ],
  ['Conv2D(4, 3, groups=2, use_bias=False)', ['op=conv&x=rand:2x6x6:1&k=rand:4x1x3x3:2&g=2']],
];

/** A text, why it is refused, and where in it: a variable is asked for by its name. */
export const refused = [
  ["{'kernel_size': n, 'filters': 20, 'strides': (2, 2)}", 'variable', [1, 17]],
  ["config = {'filters': 2, 'kernel_size': (3, 3, 3)}", 'axes', [1, 10]],
  [
    'layers { type: CONVOLUTION convolution_param { num_output: N kernel_size: 3 } }',
    'variable',
    [1, 60],
  ],
  ['layer { type: "Convolution" convolution_param { num_output: 2 } }', 'kernel-size', [1, 9]],
  ['[convolutional]\nfilters=n\nsize=3', 'variable', [2, 1]],
  ['type: Conv2d\nin_channels: 3\nout_channels: 4\nkernel_size: k', 'variable', [4, 14]],
  ["dlconv(X, W, b, 'Stride', s)", 'variable', [1, 27]],
  ['conv2d (Conv2D)              (None, 26, 26, 32)        320', 'summary', [1, 1]],
  ['            Conv2d-1         [-1, 64, 112, 112]           9,408', 'summary', [1, 1]],
  ['├─Conv2d: 1-1                            [1, 64, 112, 112]         9,408', 'summary', [1, 1]],
  ['X is [[0,1],[2,a]] and K is [[1,2],[3,4]]', 'not-number', [1, 2]],
  ['X is [[0,1],[2,3]], K is [[1,2],[3]]', 'ragged', [1, 2]],
  ['X is [1, 2] and more', 'stray', [1, 3]],
  [
    'layer {\n  type: "Convolution"\n  convolution_param {\n    num_output: 64\n    kernel_size: 3\n',
    'cut-short',
    [6, 1],
  ],
  ['see [1] for details, X is [[1,2],[3,4]]', 'stray', [1, 9]],
  ['The matrix is [[1, 2], [3, ...]]', 'elided', [1, 2]],
  ['k = 2 * [[1, 2], [3, 5]]', 'call', [1, 9]],
  ['x = torch.ones(2, 2) / 0', 'not-finite', [1, 1]],
];
