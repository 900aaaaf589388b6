export const words = {
  'problem.no-cell': '没有 {text} 这一格：{name} 的形状是 {shape}。没有选中任何格。',
  'problem.no-step': '没有第 {text} 步：最后一步是 {last}（从 0 数起）。',
  'notes.more': '另有 {count} 条类似的提示。',
  'problem.no-output-padding':
    'conv2d 没有输出填充。{text} 会保留，改用 conv_transpose2d 时才起作用。',
  'problem.not-stepped': '“{text}”不起作用：该层太大，无法逐步演示。',
  'problem.hidden-part': '“{text}”不起作用：hide 隐藏了 {part}。',
  'problem.no-lesson': '课程里没有“{text}”。',
};
