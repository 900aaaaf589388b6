export const words = {
  en: {
    'overlap.even.even.tconv': 'No checkerboard.',
    'overlap.even.uneven.tconv': 'Even stamps, uneven weights.',
    'overlap.uneven.even.tconv': 'Uneven stamps, evened out by the weights.',
    'overlap.uneven.uneven.tconv': 'A checkerboard.',
    'overlap.even.even.conv': 'X is read evenly.',
    'overlap.even.uneven.conv': 'X is read evenly, by uneven weights.',
    'overlap.uneven.even.conv': 'X is read unevenly, evened out by the weights.',
    'overlap.uneven.uneven.conv': 'X is read unevenly.',
    'overlap.counts.even.tconv':
      'Away from the edges every cell of Y gets the same number of stamps: {most}.',
    'overlap.counts.uneven.tconv':
      'Away from the edges the cells of Y get from {least} to {most} stamps, in a fixed rhythm.',
    'overlap.counts.even.conv':
      'Away from the edges every cell of X is read the same number of times: {most}.',
    'overlap.counts.uneven.conv':
      'Away from the edges the cells of X are read from {least} to {most} times, in a fixed rhythm. Y does not show it; the gradient of X does, as a checkerboard.',
    'overlap.both': 'Height and width: {why}',
    'overlap.height': 'Height: {why}',
    'overlap.width': 'Width: {why}',
    'overlap.why.strideOne': 'with stride 1, every weight of the kernel meets every cell.',
    'overlap.why.multiple':
      'kernel {kernel} is a multiple of stride {stride}, so that each cell meets {each} of its weights.',
    'overlap.why.remainder':
      'kernel {kernel} is not a multiple of stride {stride}, so that the cells meet {rhythm} of its weights by turns.',
    'overlap.why.factor':
      'stride {stride} and dilation {dilation} have a common factor, so that the weights keep to some cells and miss the others: {rhythm} by turns.',
    'overlap.weights.even.even.tconv':
      'These weights are even too: an X of ones becomes {most} in every phase.',
    'overlap.weights.uneven.even.tconv':
      'These weights make up for it: an X of ones becomes {most} in every phase. Training may lose that again.',
    'overlap.weights.even.uneven.tconv':
      'These weights differ by phase, though: an X of ones becomes {least} in one and {most} in another. Starting all phases with the same weights (ICNR) avoids that.',
    'overlap.weights.uneven.uneven.tconv':
      'With these weights an X of ones becomes {least} in one phase and {most} in another.',
    'overlap.weights.even.even.conv':
      'These weights are even too: those that meet a cell add up to {most} in every phase.',
    'overlap.weights.uneven.even.conv':
      'These weights make up for it: those that meet a cell add up to {most} in every phase.',
    'overlap.weights.even.uneven.conv':
      'These weights differ by phase, though: those that meet a cell add up to {least} in one and {most} in another.',
    'overlap.weights.uneven.uneven.conv':
      'The weights that meet a cell add up to {least} in one phase and {most} in another.',
    'overlap.use': 'Use kernel {kernel}, {settings}',
    'overlap.use.why': 'Y keeps its size; the new weights are 0.',
    'overlap.use.made': 'Y keeps its size.',
    'overlap.stamps': 'stamps',
    'overlap.reads': 'reads',
    'overlap.sums': 'ΣK',
    'overlap.stamps.note': 'how many stamps reach each cell of Y{pairs}',
    'overlap.reads.note': 'how often each cell of X is read{pairs}',
    'overlap.pairs': ', for each pair of channels',
    'overlap.sums.note':
      'the weights that meet a cell, added up for each phase: row mod {rows}, column mod {columns}{channel}',
    'overlap.sums.output': ', for output channel {output}',
    'overlap.sums.input': ', for input channel {input}',
    'overlap.instead.tconv': 'The same X, enlarged in other ways',
    'overlap.instead.conv': 'The same X, reduced in other ways',
    'overlap.this': 'this layer',
    'overlap.resized.tconv':
      'nearest neighbour, then K: copies in the place of zeros between the cells',
    'overlap.resized.conv': 'K with stride 1, then the mean of each block',
    'overlap.smoothed.tconv': 'bilinear: itself a transposed convolution, with fixed weights',
    'overlap.smoothed.conv': 'a blur before the stride: itself a convolution, with fixed weights',
    'overlap.resized': 'resized',
    'overlap.bilinear': 'bilinear',
    'overlap.blurred': 'blurred',
    'overlap.none': 'not possible for this size',
  },
  zh: {
    'overlap.even.even.tconv': '没有棋盘效应。',
    'overlap.even.uneven.tconv': '印记均匀，权重不均匀。',
    'overlap.uneven.even.tconv': '印记不均匀，但被权重抵消。',
    'overlap.uneven.uneven.tconv': '有棋盘效应。',
    'overlap.even.even.conv': 'X 被均匀读取。',
    'overlap.even.uneven.conv': 'X 被均匀读取，但权重不均匀。',
    'overlap.uneven.even.conv': 'X 被读取得不均匀，但被权重抵消。',
    'overlap.uneven.uneven.conv': 'X 被读取得不均匀。',
    'overlap.counts.even.tconv': '离开边缘后，Y 的每一格都收到同样多的印记：{most} 个。',
    'overlap.counts.uneven.tconv':
      '离开边缘后，Y 的各格收到 {least} 到 {most} 个印记，按固定节奏重复。',
    'overlap.counts.even.conv': '离开边缘后，X 的每一格被读取的次数相同：{most} 次。',
    'overlap.counts.uneven.conv':
      '离开边缘后，X 的各格被读取 {least} 到 {most} 次，按固定节奏重复。在 Y 上看不出来，但 X 的梯度会因此出现棋盘效应。',
    'overlap.both': '高和宽：{why}',
    'overlap.height': '高：{why}',
    'overlap.width': '宽：{why}',
    'overlap.why.strideOne': '步幅为 1，卷积核的每个权重都会遇到每一格。',
    'overlap.why.multiple': '卷积核 {kernel} 是步幅 {stride} 的整数倍，每一格遇到 {each} 个权重。',
    'overlap.why.remainder':
      '卷积核 {kernel} 不是步幅 {stride} 的整数倍，各格遇到的权重数轮流为 {rhythm}',
    'overlap.why.factor':
      '步幅 {stride} 与膨胀 {dilation} 有公因数，权重总落在某些格上而漏掉其他格，轮流为 {rhythm}',
    'overlap.weights.even.even.tconv': '这些权重也是均匀的：全 1 的 X 在每个相位上都变成 {most}。',
    'overlap.weights.uneven.even.tconv':
      '这些权重恰好抵消了不均：全 1 的 X 在每个相位上都变成 {most}。但训练可能会打破它。',
    'overlap.weights.even.uneven.tconv':
      '不过这些权重随相位而变：全 1 的 X 在有的相位上变成 {least}，有的变成 {most}。让各相位从相同的权重开始（ICNR 初始化）可以避免。',
    'overlap.weights.uneven.uneven.tconv':
      '用这些权重，全 1 的 X 在有的相位上变成 {least}，有的变成 {most}。',
    'overlap.weights.even.even.conv':
      '这些权重也是均匀的：一格遇到的权重之和在每个相位上都是 {most}。',
    'overlap.weights.uneven.even.conv':
      '这些权重恰好抵消了不均：一格遇到的权重之和在每个相位上都是 {most}。',
    'overlap.weights.even.uneven.conv':
      '不过这些权重随相位而变：一格遇到的权重之和在有的相位上是 {least}，有的是 {most}。',
    'overlap.weights.uneven.uneven.conv':
      '一格遇到的权重之和在有的相位上是 {least}，有的是 {most}。',
    'overlap.use': '改用卷积核 {kernel}，{settings}',
    'overlap.use.why': 'Y 的尺寸不变，新增的权重为 0。',
    'overlap.use.made': 'Y 的尺寸不变。',
    'overlap.stamps': '印记数',
    'overlap.reads': '读取数',
    'overlap.sums': 'ΣK',
    'overlap.stamps.note': '有多少个印记到达 Y 的每一格{pairs}',
    'overlap.reads.note': 'X 的每一格被读取多少次{pairs}',
    'overlap.pairs': '（每一对通道）',
    'overlap.sums.note':
      '一格所遇到的权重之和，按相位分：行号 mod {rows}，列号 mod {columns}{channel}',
    'overlap.sums.output': '（输出通道 {output}）',
    'overlap.sums.input': '（输入通道 {input}）',
    'overlap.instead.tconv': '同一个 X，换别的方法放大',
    'overlap.instead.conv': '同一个 X，换别的方法缩小',
    'overlap.this': '当前这一层',
    'overlap.resized.tconv': '最近邻放大，再用 K：格与格之间是复制而不是零',
    'overlap.resized.conv': '用步幅 1 的 K，再对每块求平均',
    'overlap.smoothed.tconv': '双线性：本身就是权重固定的转置卷积',
    'overlap.smoothed.conv': '先模糊再取步幅：本身就是权重固定的卷积',
    'overlap.resized': '缩放',
    'overlap.bilinear': '双线性',
    'overlap.blurred': '模糊',
    'overlap.none': '这个尺寸做不到',
  },
};
