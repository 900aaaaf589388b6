export const words = {
  'overlap.even.even.tconv': '没有棋盘效应。',
  'overlap.even.uneven.tconv': '章均匀，权重不均匀。',
  'overlap.uneven.even.tconv': '章不均匀，但被权重抵消。',
  'overlap.uneven.uneven.tconv': '有棋盘效应。',
  'overlap.even.even.conv': 'X 被均匀读取。',
  'overlap.even.uneven.conv': 'X 被均匀读取，但权重不均匀。',
  'overlap.uneven.even.conv': 'X 被读取得不均匀，但被权重抵消。',
  'overlap.uneven.uneven.conv': 'X 被读取得不均匀。',
  'overlap.counts.even.tconv': '离开边缘后，Y 的每一格都收到同样多的章：{most} 个。',
  'overlap.counts.uneven.tconv':
    '离开边缘后，Y 的各格收到 {least} 到 {most} 个章，按固定节奏重复。',
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
  'overlap.weights.uneven.uneven.conv': '一格遇到的权重之和在有的相位上是 {least}，有的是 {most}。',
  'overlap.use': '改用卷积核 {kernel}，{settings}',
  'overlap.use.why': 'Y 的大小不变，新增的权重为 0。',
  'overlap.use.made': 'Y 的大小不变。',
  'overlap.stamps': '章数',
  'overlap.reads': '读取数',
  'overlap.sums': 'ΣK',
  'overlap.stamps.note': '有多少个章到达 Y 的每一格{pairs}',
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
  'overlap.none': '这个大小做不到',
};
