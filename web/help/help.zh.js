/**
 * 中文的帮助页。
 * @type {import('./questions.js').Help}
 */
export const help = {
  title: '常见问题',
  playground: '卷积游乐场',
  intro:
    '关于卷积和转置卷积，大家反复问到的问题。每个回答都有一个链接，打开就能在游乐场里看到；改一改那里的数，看看结论是否还成立。',
  language: '语言',
  questions: {
    'output-padding': {
      question: 'output_padding 有什么用？是补 0 吗？',
      answer:
        '不是。它让输出的下边和右边各多保留一行一列。这些格子本来就算过，只是被填充裁掉了，数值和别处一样来自各个章。',
      see: '课程：输出填充指定大小',
    },
    'ambiguous-size': {
      question: '输出大小为什么不唯一？为什么要给 output_shape？',
      answer:
        '带步幅的卷积会向下取整，几种大小变成同一种：核 3、步幅 2、填充 1 时，5 和 6 都变成 3，23 和 24 都变成 12。倒回来的 3 该对应谁，只能由人指定。',
      see: '5 与 6 的往返',
    },
    'exact-size': {
      question: '怎样恰好放大一倍，或者对上跳跃连接的大小？',
      answer:
        '当 膨胀·(核 − 1) + 1 + 输出填充 − 2·填充 = 步幅 时，输出恰好是输入的“步幅”倍。步幅为 2 时，可以用核 2 配填充 0、核 4 配填充 1，或核 3 配填充 1、输出填充 1。“形状”面板会列出达到某个大小的所有办法。',
      see: '课程：恰好放大一倍',
    },
    'padding-shrinks': {
      question: '为什么加大填充，输出反而变小？',
      answer:
        '转置卷积的填充，说的是被倒过来的那个卷积的填充。在那里它给输入补一圈 0，到了这里，就要从输出上裁掉这一圈。',
      see: '课程：填充会裁掉输出',
    },
    'output-padding-limit': {
      question: '输出填充为什么必须小于步幅或膨胀？',
      answer:
        '输出填充如果和步幅一样大，得到的大小就等于输入多一行时的大小。PyTorch 要求它小于步幅与膨胀中较大的一个，Keras 和 WebNN 只看步幅。这个链接故意超了界。',
      see: '步幅 2、输出填充 2，会被拒绝',
    },
    'same-transposed': {
      question: '转置卷积中，TensorFlow、Keras 的 padding="same" 为什么和 PyTorch 不一样？',
      answer:
        '“same”让输出等于输入乘步幅，一共裁去 核 − 步幅 格，单出来的一格裁在末尾。PyTorch 的填充 1 加输出填充 1 形状相同，却裁在开头，于是所有的数错开一格。四边分别填充，两种都能做到。',
      see: '课程：用哪种层，在哪个框架',
    },
    'same-strided': {
      question: '“same”加步幅时，多出来的那个 0 补在哪边？',
      answer:
        '要看输入大小。4 行、核 3、步幅 2 时，TensorFlow 一共只补一个 0，补在最后一行之后。PyTorch 不允许“same”带步幅；它的填充 1 会把 0 补在第一行之前。',
      see: 'TensorFlow 的补法：填充 0、1、0、1',
    },
    onnx: {
      question: 'ONNX 的 auto_pad、output_shape 和 pads 是什么关系？',
      answer:
        '最好只写 `pads`，顺序是 [上, 左, 下, 右]，表示裁掉多少。写了 `output_shape`，就会按总量另算，`pads` 不再起作用；`auto_pad` 决定单出来的一格归哪边。PyTorch 的填充 p 和输出填充 o，相当于开头裁 p、末尾裁 p − o。',
      see: '填充 1、输出填充 1，写成裁 1 和 0',
    },
    deconvolution: {
      question: '转置卷积是反卷积、是卷积的逆吗？',
      answer:
        '不是。回来的是形状，不是数值。“往返”面板里可以看到 X、回来的结果，以及最小二乘意义下的逆。',
      see: '课程：这是反卷积吗？',
    },
    flipped: {
      question: '到底是卷积还是互相关？核要不要翻转？',
      answer:
        '深度学习里不翻转。输入只放一个 1 就能看出来：输出是旋转了 180° 的核。数学上的卷积（例如 SciPy 的）会原样印出核，conv_transpose2d 也是。',
      see: '让一个 1 经过 conv2d',
    },
    jax: {
      question: 'JAX、Flax 为什么和 PyTorch、Keras 不一样？',
      answer:
        '不写 `transpose_kernel=True` 时，它们的 conv_transpose 盖的是旋转了 180° 的核，因此并不是自家卷积的转置。检验的办法是 ⟨y, W x⟩ = ⟨Wᵀ y, x⟩，“矩阵”面板会算出两边。',
      see: '矩阵、转置和检验',
    },
    'weight-layout': {
      question: '权重的排列是 (in, out, h, w) 还是 (out, in, h, w)？',
      answer:
        'PyTorch 中，conv2d 是 (out, in/groups, h, w)，conv_transpose2d 是 (in, out/groups, h, w)，同一个张量两边都能用。TensorFlow 是 (h, w, in, out)，转置时是 (h, w, out, in)。这里的 K 与 PyTorch 相同，形状写在上方。',
      see: '2 个通道进、3 个出：K 是 2 × 3 × 2 × 2',
    },
    groups: {
      question: '转置卷积里的分组是什么意思？',
      answer:
        '通道分成互不混合的几份，在矩阵里就是对角线上的几块。核有 in × out/groups 个平面，所以输出通道数是分组数的倍数。',
      see: '两组，就是两块',
    },
    checkerboard: {
      question: '解码器的输出为什么有网格？',
      answer:
        '因为章重叠得不均匀：核不是步幅的倍数。取倍数能让次数均匀，但各相位的权重仍可能不同。先放大再卷积，就没有这种花纹。',
      see: '课程：棋盘效应从哪里来',
    },
    upsampling: {
      question: '用上采样加卷积，还是转置卷积？初始权重怎么取？',
      answer:
        '先放大的办法天生均匀；转置卷积能学到更多，也可以做得均匀。它可以从双线性上采样起步：核 4、步幅 2、填充 1，一个通道一组。',
      see: '课程：上采样也是卷积核',
    },
    animations: {
      question: '常见的动图看得人糊涂，到底是什么在动？',
      answer:
        '那些动图大多画的是等价的普通卷积：在输入之间插 0，翻转核，用窗口收集。而运算本身是盖章。播放器把两种读法一步一步都演示出来，最后的数相同。',
      see: '课程：两种读法，一个结果',
    },
    matrix: {
      question: '卷积怎样写成矩阵？我的大小又该怎么写？',
      answer:
        'Y 的每一格是一行，X 的每一格是一列，交叉处放着把它们连起来的权重。“矩阵”面板对任何一层都能画出来，并与各格联动。',
      see: '课程：矩阵与它的转置',
    },
    causal: {
      question: '一维因果的情形，裁哪一头？',
      answer:
        '裁末尾。时刻 t 的输出只能知道 t 及以前的输入，而章是从起点向后伸的：所以末尾裁 核 − 步幅 格，开头不裁。因果的普通卷积则把填充全放在前面。',
      see: '只有一行，只裁右边',
    },
    calculator: {
      question: '有没有包含输出填充的计算器？',
      answer:
        '有，“形状”面板：公式里代入你的数，给出参数量和乘法次数；反过来，从一个大小到另一个大小，列出所有可行的核、步幅、填充和输出填充。',
      see: '从 7 到 14',
    },
    'own-numbers': {
      question: '能用我自己的数吗？',
      answer:
        '点 X 或 K 的一格，直接粘贴：PyTorch、NumPy、MATLAB、嵌套列表、CSV 或电子表格都行，矩阵会自动变大。你做的一切都在网址里，复制链接就能还原。',
      see: '文章里的 2 × 2，可以直接覆盖',
    },
  },
};
