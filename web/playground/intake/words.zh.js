import { words as files } from '../../code/files/words.zh.js';
import { words as code } from '../../code/words.zh.js';

export const words = {
  ...code,
  ...files,
  'paste.edit': '查看文本',
  'paste.picture': '图片请放到“图像”面板。',
  'paste.panel': '打开面板',
  'intake.title': '你自己的层或数字',
  'intake.label': '代码、打印结果、表格、链接或报错信息',
  'intake.read': '读取',
  'intake.keys': 'Ctrl+Enter 读取，Escape 保持原状。不会运行其中任何内容，也不会离开本页。',
  'intake.cancel': '取消',
  'intake.choose': '共有 {count} 个，要哪一个？',
  'intake.refused': '没有读入。{why}',
  'intake.layer': '已读入：{layer}（{what}）。可以撤销，恢复原状。',
  'intake.remedy': '已改正：{words}。',
  'intake.first': '这些文件中只读取了 {name}。请一次打开一个。',
  'intake.link': '已读入链接中的层。可以撤销，恢复原状。',
  'intake.parts': '已粘贴：{list}。可以撤销，恢复原状。',
  'intake.is': '{name} 是 {shape}',
  'intake.instead': '改放到 {name}',
  'intake.corner': '取能放下的部分：{shape}',
  'intake.more': '另有 {count} 条说明。',
  'problem.drawn-large': '{tensor} 有 {shape} 个数，超出可编辑的范围：这里用随机数代替。',
};
