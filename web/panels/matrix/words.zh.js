export const words = {
  'matrix.framed.conv': '为填充也画出列',
  'matrix.framed.tconv': '画出被填充裁掉的行',
  'matrix.margin': '填充',
  'matrix.picture': '{name}：{rows} 行 {columns} 列，{entries} 个权重',
  'matrix.keys':
    '方向键移动光标，按住 Ctrl 跳到下一个权重；+ 和 − 缩放，0 显示全部，Enter 固定。可用鼠标拖动。',
  'matrix.zoomIn': '放大',
  'matrix.zoomOut': '缩小',
  'matrix.fit': '全图',
  'matrix.size':
    '{name} 是 {rows} × {columns} 的矩阵，其中 {entries} 个元素是权重（{share}%），其余元素无论权重取何值都是 0。',
  'matrix.empty.rows': '有 {count} 行全空：{why}。',
  'matrix.empty.columns': '有 {count} 列全空：{why}。',
  'matrix.unused.x': 'X 的这些格对输出没有贡献',
  'matrix.unused.y': '没有任何乘积落到 Y 的这些格',
  'matrix.question': '{name} 是托普利茨（Toeplitz）矩阵吗？',
  'matrix.toeplitz': '是：每一行都是上一行右移一列，所以每条对角线上的值都相同。',
  'matrix.toeplitz-blocks': '分块来看是。',
  'matrix.shifted-blocks.conv':
    '步幅为 {stride} 时不是：输出每前进一格，权重右移的不是一列，而是一个步幅；块内如此，块与块之间也如此。',
  'matrix.shifted-blocks.tconv':
    '步幅为 {stride} 时不是：输入每前进一格，权重下移的不是一行，而是一个步幅；块内如此，块与块之间也如此。',
  'matrix.blocks':
    '它由 {height} × {down} 个 {width} × {across} 的块组成，输出的每一行与输入的每一行对应一块。',
  'matrix.blocks.channels':
    '{pairs} 对通道，每一对都有 {height} × {down} 个 {width} × {across} 的块。',
  'matrix.again': '每一块都是托普利茨矩阵，沿对角线重复出现同一个块。',
  'matrix.groups': '{groups} 个组就是对角线上的 {groups} 个大块，块外全是 0。',
  'matrix.check': '它真的是转置吗？',
  'matrix.v.y': '用 y',
  'matrix.v.random': '用随机的 v',
  'matrix.v.another': '换一个 v',
  'matrix.ask': '验证（两个方向各 {count} 次乘法）',
  'matrix.law':
    '这里两种运算各算各的，而对任何与 Y 同形状的向量，两边都相等：conv2d 与 conv_transpose2d 互为转置。',
  'matrix.inverse': 'Wᵀ 只能回到 X 的形状，回不到 X 的数值：转置不是逆。',
  'matrix.bias': '这里不计偏置：Y 等于 W x 加偏置。',
};
