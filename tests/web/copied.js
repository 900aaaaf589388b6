// More texts as pages, consoles and notebooks show them, which were once refused or misread.

/** A text, and its tensors. */
export const tensors = [
  ['Gaussian kernel (σ=1):\n1 2 1\n2 4 2\n1 2 1', 'k 1x1x3x3 1,2,1,2,4,2,1,2,1'],
  [
    '输入 3×3：\n0 1 2\n3 4 5\n6 7 8\n\n核 2×2：\n0 1\n2 3',
    'x 1x1x3x3 0,1,2,3,4,5,6,7,8 | k 1x1x2x2 0,1,2,3',
  ],
  ['(a) Input\n1 2\n3 5\n(b) Kernel\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ["k = [1, 2, 1]' * [1, 0, -1]", 'k 3x3 1,0,-1,2,0,-2,1,0,-1'],
  ['k = np.array([[1], [2]]) * np.array([[1, 0, -1]])', 'k 2x3 1,0,-1,2,0,-2'],
  [
    '(X, K) = (np.array([[1, 2], [3, 5]]), np.array([[0, 1], [2, 3]]))',
    'x 2x2 1,2,3,5 | k 2x2 0,1,2,3',
  ],
  [
    'x, w, b = np.array([[1, 2], [3, 5]]), np.array([[0, 1], [2, 3]]), np.array([0.5])',
    'x 2x2 1,2,3,5 | k 2x2 0,1,2,3 | b 1 0.5',
  ],
  ['const [x, k] = [[[1, 2], [3, 5]], [[0, 1], [2, 3]]];', 'x 2x2 1,2,3,5 | k 2x2 0,1,2,3'],
  ['let (x, k) = ([[1., 2.], [3., 5.]], [[0., 1.], [2., 3.]]);', 'x 2x2 1,2,3,5 | k 2x2 0,1,2,3'],
  ['X:\n1 2\n3 5\n\nK:\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['X:\n1 2\n3 5\nK:\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['Input\n1 2\n3 5\n\nKernel\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['输入：\n1 2\n3 5\n\n卷积核：\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['输入\n1，2\n3，5\n卷积核\n0，1\n2，3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['卷积核:\ntensor([[1., 2.],\n        [3., 5.]])', 'k 2x2 1,2,3,5'],
  ['Kernel (2x2):\n0 1\n2 3', 'k 1x1x2x2 0,1,2,3'],
  ['X\t\t\n1\t2\n3\t5\n\nK\t\n0\t1\n2\t3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['# X\n1 2\n3 5\n# K\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['X =\n1 2\n3 5\nK =\n0 1\n2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  [
    'X =\n\n     1     2\n     3     5\n\nK =\n\n     0     1\n     2     3\n',
    'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3',
  ],
  ['X: 1 2; 3 5\nK: 0 1; 2 3', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  ['filter: 1 2\n        3 5', 'k 1x1x2x2 1,2,3,5'],
  ['Kernel: 1, 2\n3, 5', 'k 1x1x2x2 1,2,3,5'],
  ['kernel:\n 0.0625 0.125\n 0.25 0.5', 'k 1x1x2x2 0.0625,0.125,0.25,0.5'],
  ['Output:\n1 2\n3 5', '1x1x2x2 1,2,3,5'],
  ['Input:\n1 2\n3 5\nKernel:\n0 1\n2 3\nOutput:\n19', 'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3'],
  [
    'Parameter containing:\n(0 ,0 ,.,.) = \n -0.5  0.25\n  1.00 -2.00\n[torch.FloatTensor of size (1,1,2,2)]\n',
    '1x1x2x2 -0.5,0.25,1,-2',
  ],
  ['\n 7\n 8\n 9\n[torch.FloatTensor of size (3,)]\n', '3 7,8,9'],
  [
    'tf.Tensor: shape=(2, 2), dtype=int32, numpy=\narray([[1, 2],\n       [3, 5]], dtype=int32)',
    '2x2 1,2,3,5',
  ],
  ['> m\n     a b\n[1,] 1 2\n[2,] 3 5', '2x2 1,2,3,5'],
  ['> k = rbind(c(1,2), c(3,5))\n', 'k 2x2 1,2,3,5'],
  ['k <- cbind(c(1,3), c(2,5))', 'k 2x2 1,2,3,5'],
  ['matrix(1:4, 2, 2)', '2x2 1,3,2,4'],
  ['matrix(1:6, nrow = 2, byrow = TRUE)', '2x3 1,2,3,4,5,6'],
  ['octave:1> a = [1 2; 3 5]\na =\n\n   1   2\n   3   5\n', 'x 1x1x2x2 1,2,3,5'],
  [
    '>> A = magic(3)\n\nA =\n\n     8     1     6\n     3     5     7\n     4     9     2\n',
    'x 1x1x3x3 8,1,6,3,5,7,4,9,2',
  ],
  ['w = cat(3, [1 2; 3 5], [6 7; 8 9]);', 'k 2x2x2 1,2,3,5,6,7,8,9'],
  ['A = reshape(1:6, 2, 3)', 'x 2x3 1,3,5,2,4,6'],
  ["A = reshape(1:4, [2 2])'", 'x 2x2 1,2,3,4'],
  ['MatrixForm[{{1, 2}, {3, 5}}]', '2x2 1,2,3,5'],
  ['double K[2][2] = { 1, 2, 3, 5 };', 'k 2x2 1,2,3,5'],
  [
    'constexpr std::array<std::array<float, 2>, 2> k = {{{1.0f, 2.0f}, {3.0f, 5.0f}}};',
    'k 1x2x2 1,2,3,5',
  ],
  ['Eigen::MatrixXf k(2, 2);\nk << 1, 2,\n     3, 5;', 'k 2x2 1,2,3,5'],
  ['var kernel = [3][3]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}', 'k 3x3 1,2,3,4,5,6,7,8,9'],
  ['K=\\begin{bmatrix} \\tfrac12 & 1 \\\\ 0 & 1 \\end{bmatrix}', 'k 2x2 0.5,1,0,1'],
  ['\\begin{bmatrix} \\frac12 & 1 \\\\ 0 & 1 \\end{bmatrix}', '2x2 0.5,1,0,1'],
  ['\\begin{bmatrix}0{,}5 & 1\\\\ 2 & 3\\end{bmatrix}', '2x2 0.5,1,2,3'],
  ['\\pmatrix{1 & 2 \\cr 3 & 5}', '2x2 1,2,3,5'],
  ['\\bmatrix{1 & 2 \\\\ 3 & 5}', '2x2 1,2,3,5'],
  ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 5 \\end{bmatrix}^T', '2x2 1,3,2,5'],
  ['\\begin{bmatrix*}[r] 1 & -2 \\\\ 3 & 5 \\end{bmatrix*}', '2x2 1,-2,3,5'],
  ['\\begin{bmatrix} \\color{red}{1} & 2 \\\\ 3 & 5 \\end{bmatrix}', '2x2 1,2,3,5'],
  ['\\begin{bmatrix} \\textcolor{blue}{1} & 2 \\\\ 3 & \\boxed{5} \\end{bmatrix}', '2x2 1,2,3,5'],
  ['\\begin{bmatrix} 1 & 2 \\\\ % first row\n3 & 5 \\end{bmatrix}', '2x2 1,2,3,5'],
  ['|1|2|\n|3|5|', '2x2 1,2,3,5'],
  [
    '<table border="1" class="dataframe">\n  <thead>\n    <tr style="text-align: right;">\n      <th></th>\n      <th>0</th>\n      <th>1</th>\n    </tr>\n  </thead>\n  <tbody>\n    <tr>\n      <th>0</th>\n      <td>1</td>\n      <td>2</td>\n    </tr>\n    <tr>\n      <th>1</th>\n      <td>3</td>\n      <td>5</td>\n    </tr>\n  </tbody>\n</table>',
    '2x2 1,2,3,5',
  ],
  ['<TABLE><TR><TD ALIGN=right>0,5<TD>2<TR><TD>3<TD>5</TABLE>', '2x2 0.5,2,3,5'],
  [
    '<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mo>-</mo><mn>5</mn></mtd></mtr></mtable></math>',
    '2x2 1,2,3,-5',
  ],
  ["odict([('w', [[1, 2], [3, 5]])])", 'k 2x2 1,2,3,5'],
  [
    "('weight', Parameter containing:\ntensor([[[[1., 2.],\n          [3., 5.]]]], requires_grad=True))\n('bias', Parameter containing:\ntensor([0.5000], requires_grad=True))",
    'k 1x1x2x2 1,2,3,5 | b 1 0.5',
  ],
  [
    'weight tensor([[[[1., 2.],\n          [3., 5.]]]])\nbias tensor([0.5000])',
    'k 1x1x2x2 1,2,3,5 | b 1 0.5',
  ],
  [
    '[array([[[[1.]],\n\n        [[2.]]]], dtype=float32), array([0.5], dtype=float32)]',
    'k 1x2x1x1 1,2 | b 1 0.5',
  ],
  [
    'FrozenDict({\n    params: {\n        bias: Array([0.5], dtype=float32),\n        kernel: Array([[[[1.]], [[2.]]], [[[3.]], [[5.]]]], dtype=float32),\n    },\n})',
    'b 1 0.5 | k 2x2x1x1 1,2,3,5',
  ],
  ['kernel:\n  - [1, 2]\n  - [3, 5]', 'k 1x1x2x2 1,2,3,5'],
  ['设输入X=[[1,2],[3,5]]，卷积核K=[[0,1],[2,3]]。', 'x 2x2 1,2,3,5 | k 2x2 0,1,2,3'],
  ['>>> K = [[1, 2],\n...      [3, 5]]\n>>> K\n[[1, 2], [3, 5]]', 'k 2x2 1,2,3,5'],
  [
    'In [1]: import numpy as np\n\nIn [2]: X = np.array([[1, 2],\n   ...:               [3, 5]])\n\nIn [3]: X\nOut[3]: \narray([[1, 2],\n       [3, 5]])',
    'x 2x2 1,2,3,5',
  ],
  ['tensor([[1., 2.],\n        [3., 5.]])复制', '2x2 1,2,3,5'],
  ['python复制代码X = torch.tensor([[1., 2.], [3., 5.]])', 'x 2x2 1,2,3,5'],
  ['torch.tensor([[1, 2], [3, 5]]).repeat(1, 1, 1, 1)', '1x1x2x2 1,2,3,5'],
  ['torch.tensor([[1, 2], [3, 5]]).expand(1, 1, 2, 2)', '1x1x2x2 1,2,3,5'],
  ['np.stack([[[1, 2], [3, 5]], [[6, 7], [8, 9]]], axis=-1)', '2x2x2 1,6,2,7,3,8,5,9'],
  ['torch.cat([torch.tensor([[1, 2]]), torch.tensor([[3, 5]])], dim=0)', '2x2 1,2,3,5'],
  ['torch.cat((torch.tensor([[1], [3]]), torch.tensor([[2], [5]])), dim=1)', '2x2 1,2,3,5'],
  ['np.fromstring("1 2 3 5", sep=" ").reshape(2, 2)', '2x2 1,2,3,5'],
  ['np.matrix("1 2; 3 5")', '2x2 1,2,3,5'],
  ['np.tile([1, 2], (2, 1))', '2x2 1,2,1,2'],
  ['np.pad([[1, 2], [3, 5]], 1)', '4x4 0,0,0,0,0,1,2,0,0,3,5,0,0,0,0,0'],
  ['a;b\n0,5;1\n2;3', '1x1x2x2 0.5,1,2,3'],
  ['(1, 2), (3, 5)', '1x1x2x2 1,2,3,5'],
  ['tensor([[1., 2.],\n        [3., 5.]]) torch.Size([2, 2])', '2x2 1,2,3,5'],
  ['tensor([[1., 2.],\n        [3., 5.]]) torch.float32', '2x2 1,2,3,5'],
  ['(2, 2)\n[[1 2]\n [3 5]]', '2x2 1,2,3,5'],
  ['X.shape = (2, 2)\nX = [[1 2]\n [3 5]]', 'x 2x2 1,2,3,5'],
  [
    'masked_array(\n  data=[[1, 2],\n        [3, 5]],\n  mask=False,\n  fill_value=999999)',
    '2x2 1,2,3,5',
  ],
  ['[[1. 2.]\n [3. 5.]] float32', '2x2 1,2,3,5'],
  ["[[[[0.1 0.2]\n   [0.3 0.4]]]] <class 'numpy.ndarray'>", '1x1x2x2 0.1,0.2,0.3,0.4'],
  [
    '<Variable path=conv2d/kernel, shape=(2, 2, 1, 1), dtype=float32, value=[[[[1.]]\n\n  [[2.]]]\n\n\n [[[3.]]\n\n  [[5.]]]]>',
    '2x2x1x1 1,2,3,5',
  ],
  [
    "[<tf.Variable 'conv2d/kernel:0' shape=(1, 1, 1, 2) dtype=float32, numpy=array([[[[1., 2.]]]], dtype=float32)>,\n <tf.Variable 'conv2d/bias:0' shape=(2,) dtype=float32, numpy=array([0., 0.], dtype=float32)>]",
    'k 1x1x1x2 1,2 | b 2 0,0',
  ],
  ['Param(\n  value=Array([[1., 2.],\n         [3., 5.]], dtype=float32)\n)', '2x2 1,2,3,5'],
  [
    'Param( # 4 (16 B)\n  value=Array([[1., 2.],\n         [3., 5.]], dtype=float32)\n)',
    '2x2 1,2,3,5',
  ],
  [
    '> x <- array(1:8, dim = c(2, 2, 2))\n> x\n, , 1\n\n     [,1] [,2]\n[1,]    1    3\n[2,]    2    4\n\n, , 2\n\n     [,1] [,2]\n[1,]    5    7\n[2,]    6    8\n',
    'x 2x2x2 1,3,2,4,5,7,6,8',
  ],
  ['2×2 Matrix{Rational{Int64}}:\n 1//2  2//1\n 3//1  5//4', '2x2 0.5,2,3,1.25'],
  ['K = 2×2\n     1     2\n     3     5\n', 'k 2x2 1,2,3,5'],
  ['K = 2×2 single matrix\n     1     2\n     3     5\n', 'k 2x2 1,2,3,5'],
  ['K =\n\n  2×2 gpuArray single matrix\n\n     1     2\n     3     5\n', 'k 2x2 1,2,3,5'],
  ['const w = new Float32Array([1, 2, 3, 5]);', 'k 4 1,2,3,5'],
  ['let kernel = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 3.0, 5.0]);', 'k 2x2 1,2,3,5'],
  ['let k = Matrix2::new(1.0, 2.0, 3.0, 5.0);', 'k 2x2 1,2,3,5'],
  ['$k = array(array(1, 2), array(3, 5));', 'k 2x2 1,2,3,5'],
  ['np.diag([1, 2])', '2x2 1,0,0,2'],
  ['np.c_[[1, 3], [2, 5]]', '2x2 1,2,3,5'],
  ['np.flip(np.array([[1, 2], [3, 5]]))', '2x2 5,3,2,1'],
  ['np.rot90([[1, 2], [3, 5]])', '2x2 2,5,1,3'],
  ['1 & 2 \\\\ 3 & 5', '2x2 1,2,3,5'],
  ['\\begin{bmatrix} \\phantom{-}1 & -2 \\\\ 3 & 5 \\end{bmatrix}', '2x2 1,-2,3,5'],
  ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 5 \\end{bmatrix}/16', '2x2 0.0625,0.125,0.1875,0.3125'],
  [
    '\\begin{bmatrix} 1 & 2 \\\\ 3 & 5 \\end{bmatrix} \\times \\frac{1}{9}',
    '2x2 0.1111111111111111,0.2222222222222222,0.3333333333333333,0.5555555555555556',
  ],
  [
    '[{"name": "x", "data": [[1, 2], [3, 5]]}, {"name": "k", "data": [[0, 1], [2, 3]]}]',
    'x 2x2 1,2,3,5 | k 2x2 0,1,2,3',
  ],
  ['{\n  "weights": [1, 2, 3, 5],\n  "shape": [1, 1, 2, 2]\n}', 'k 1x1x2x2 1,2,3,5'],
  ['输入X为[[1,2],[3,5]]，核为[[0,1],[2,3]]', 'x 2x2 1,2,3,5 | k 2x2 0,1,2,3'],
  ['"[[1, 2], [3, 5]]"', '2x2 1,2,3,5'],
  ["'[[1, 2], [3, 5]]'", '2x2 1,2,3,5'],
  ['`[[1, 2], [3, 5]]`', '2x2 1,2,3,5'],
  [
    'Input,,\n1,2,3\n4,5,6\nKernel,,\n1,0,0\n0,1,0',
    'x 1x1x2x3 1,2,3,4,5,6 | k 1x1x2x3 1,0,0,0,1,0',
  ],
  [
    'tensor([[1., 2.],\n        [3., 5.]]) tensor([[0., 1.],\n        [2., 3.]])',
    'x 2x2 1,2,3,5 | k 2x2 0,1,2,3',
  ],
  [
    '(tensor([[1., 2.],\n         [3., 5.]]), tensor([[0., 1.],\n         [2., 3.]]))',
    'x 2x2 1,2,3,5 | k 2x2 0,1,2,3',
  ],
  [
    'sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])\nsobel_y = sobel_x.T',
    'k 3x3 -1,-2,-1,0,0,0,1,2,1',
  ],
  ['self.register_buffer("kernel", torch.tensor([[1., 2.], [3., 5.]]))', 'k 2x2 1,2,3,5'],
  ['params["w"] = np.array([[1, 2], [3, 5]])', 'k 2x2 1,2,3,5'],
  ['x = np.array([[1, 2], \\\n              [3, 5]])', 'x 2x2 1,2,3,5'],
  ['A = [1:3; 4:6]', 'x 2x3 1,2,3,4,5,6'],
  ['x <- t(matrix(c(1,2,3,5), 2))', 'x 2x2 1,2,3,5'],
  ['x <- diag(2)', 'x 2x2 1,0,0,1'],
  ['x <- seq(1, 4)', 'x 4 1,2,3,4'],
  [
    'k = [1 2 1; 2 4 2; 1 2 1] / 16',
    'k 3x3 0.0625,0.125,0.0625,0.125,0.25,0.125,0.0625,0.125,0.0625',
  ],
  [
    'Input x:\n\n1, 2\n3, 5\n\nKernel w:\n\n0, 1\n2, 3\n\nBias: 0.5',
    'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3 | b 1x1x1x1 0.5',
  ],
  [
    '特征图：\n1 2\n3 5\n滤波器：\n0 1\n2 3\n偏置：\n1',
    'x 1x1x2x2 1,2,3,5 | k 1x1x2x2 0,1,2,3 | b 1x1x1x1 1',
  ],
  [
    'kernel = 1/9 * [1 1 1; 1 1 1; 1 1 1]',
    'k 3x3 0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111,0.1111111111111111',
  ],
  ['weight: (1, 1, 2, 2)\n[[[[1 2]\n   [3 5]]]]', '1x1x2x2 1,2,3,5'],
];

/** A text, and the links of its layers. */
export const layers = [
  [
    'net = nn.Sequential(\n    nn.LazyConv2d(8, 3), nn.ReLU(),\n    nn.LazyConv2d(16, 3, stride=2), nn.ReLU(),\n    nn.LazyConvTranspose2d(4, 2, stride=2))',
    [
      'op=conv&x=rand:6x6:1&k=rand:8x1x3x3:2&b=0*8',
      'op=conv&x=rand:8x6x6:1&k=rand:16x8x3x3:2&b=0*16&s=2',
      'x=rand:16x6x6:1&k=rand:16x4x2x2:2&b=0,0,0,0&s=2',
    ],
  ],
  [
    'nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.LazyConv2d(16, 1))',
    [
      'op=conv&x=rand:3x6x6:1&k=rand:8x3x3x3:2&b=0*8',
      'op=conv&x=rand:8x6x6:1&k=rand:16x8x1x1:2&b=0*16',
    ],
  ],
  [
    'model = Sequential([\n  Conv2D(8, 3, activation="relu", input_shape=(8, 8, 3)),\n  Conv2D(16, 3, strides=2),\n  Conv2DTranspose(4, 2, strides=2)])',
    [
      'op=conv&x=rand:3x8x8:1&k=rand:8x3x3x3:2&b=0*8',
      'op=conv&x=rand:8x6x6:1&k=rand:16x8x3x3:2&b=0*16&s=2',
      'x=rand:16x6x6:1&k=rand:16x4x2x2:2&b=0,0,0,0&s=2',
    ],
  ],
  [
    'model.add(layers.Conv2D(4, (3, 3), input_shape=(10, 10, 1)))\nmodel.add(layers.MaxPooling2D(2))\nmodel.add(layers.Conv2D(8, (3, 3)))',
    [
      'op=conv&x=rand:10x10:1&k=rand:4x1x3x3:2&b=0,0,0,0',
      'op=conv&x=rand:4x6x6:1&k=rand:8x4x3x3:2&b=0*8',
    ],
  ],
  [
    'inputs = keras.Input(shape=(28, 28, 1))\nx = layers.Conv2D(32, 3, strides=2, padding="same")(inputs)\nx = layers.Conv2D(64, 3, strides=2, padding="same")(x)',
    [
      'op=conv&x=rand:28x28:1&k=rand:32x1x3x3:2&b=0*32&s=2&p=0,1,0,1',
      'op=conv&x=rand:32x6x6:1&k=rand:64x32x3x3:2&b=0*64&s=2&p=0,1,0,1',
    ],
  ],
  ["tf.nn.atrous_conv2d(x, w, rate=2, padding='SAME')", ['op=conv&x=rand:3x3:1&d=2&p=1']],
  [
    "tf.nn.depthwise_conv2d(tf.random.normal([1,6,6,3]), tf.random.normal([3,3,3,2]), strides=[1,1,1,1], padding='SAME')",
    ['op=conv&x=rand:3x6x6:1&k=rand:6x1x3x3:2&p=1&g=3'],
  ],
  ["lax.conv_transpose(x, k, (2, 2), 'VALID', transpose_kernel=True)", ['s=2']],
  [
    "onnx.helper.make_node('ConvTranspose', ['X', 'W'], ['Y'], strides=[3, 2], output_shape=[10, 8])",
    ['x=rand:3x4:1&s=3,2&o=2,0'],
  ],
  ["signal.fftconvolve(x, k, mode='same')", ['op=conv&k=3,2;1,0&p=1,0,1,0']],
  [
    "ndimage.convolve(x, np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]), mode='constant')",
    ['op=conv&x=rand:6x6:1&k=-1,-2,-1;0,0,0;1,2,1&p=1'],
  ],
  [
    'import paddle.nn.functional as F\ny = F.conv2d_transpose(x, w, stride=2, output_size=[8, 8])',
    ['x=rand:4x4:1&s=2'],
  ],
  [
    'Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(2, 2), pad_mode=pad, padding=1, dilation=(1, 1), group=1, has_bias=True>',
    ['op=conv&x=rand:3x6x6:1&k=rand:64x3x3x3:2&b=0*64&s=2&p=1'],
  ],
  [
    'def trans_conv(X, K):\n    h, w = K.shape\n    Y = torch.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))\n    for i in range(X.shape[0]):\n        for j in range(X.shape[1]):\n            Y[i: i + h, j: j + w] += X[i, j] * K\n    return Y\n\nX = torch.tensor([[0.0, 1.0], [2.0, 3.0]])\nK = torch.tensor([[0.0, 1.0], [2.0, 3.0]])\ntrans_conv(X, K)',
    [''],
  ],
  [
    'def trans_conv(X, K):\n    h, w = K.shape\n    Y = torch.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))\n    for i in range(X.shape[0]):\n        for j in range(X.shape[1]):\n            Y[i: i + h, j: j + w] += X[i, j] * K\n    return Y',
    [''],
  ],
  [
    'tconv = nn.Conv2DTranspose(1, kernel_size=4, padding=1, strides=2)\ntconv.initialize(init.Constant(K))\ntconv(X).shape',
    ['x=rand:6x6:1&k=rand:4x4:2&b=0&s=2&p=1'],
  ],
  [
    'mx.sym.Convolution(data=x, num_filter=8, kernel=(3, 3), stride=(2, 2), pad=(1, 1), no_bias=True)',
    ['op=conv&x=rand:6x6:1&k=rand:8x1x3x3:2&s=2&p=1'],
  ],
  [
    'mx.nd.Deconvolution(data=x, weight=w, num_filter=8, kernel=(4, 4), stride=(2, 2), pad=(1, 1), adj=(0, 0), no_bias=True)',
    ['x=rand:6x6:1&k=rand:8x4x4:2&s=2&p=1'],
  ],
  [
    'Conv((3, 3), 3 => 8, relu; stride = 2, pad = 1)',
    ['op=conv&x=rand:3x6x6:1&k=rand:8x3x3x3:2&b=0*8&s=2&p=1'],
  ],
  [
    'ConvTranspose((4, 4), 8 => 3, stride=2, pad=1)',
    ['x=rand:8x6x6:1&k=rand:8x3x4x4:2&b=0,0,0&s=2&p=1'],
  ],
  ['CrossCor((3,3), 1=>1)', ['op=conv&x=rand:6x6:1&k=rand:3x3:2&b=0']],
  ['filter2(K, X)', ['op=conv&p=0,1,0,1']],
  [
    'let conv = candle_nn::conv2d(3, 8, 3, Conv2dConfig { stride: 2, padding: 1, ..Default::default() }, vb)?;',
    ['op=conv&x=rand:3x6x6:1&k=rand:8x3x3x3:2&b=0*8&s=2&p=1'],
  ],
  ['x.conv_transpose2d(&w, 1, 0, 2, 1)?', ['s=2&p=1']],
  [
    "tf.layers.conv2dTranspose({filters: 3, kernelSize: 4, strides: 2, padding: 'same'})",
    ['x=rand:6x6:1&k=rand:3x4x4:2&b=0,0,0&s=2&p=1'],
  ],
  [
    "tf.layers.conv2d({inputShape: [28, 28, 1], kernelSize: 5, filters: 8, strides: 1, activation: 'relu'})",
    ['op=conv&x=rand:28x28:1&k=rand:8x1x5x5:2&b=0*8'],
  ],
  ["tf.conv2dTranspose(x, filter, [1, 8, 8, 3], 2, 'same')", ['x=rand:4x4:1&s=2']],
  [
    'def corr2d(X, K):\n    h, w = K.shape\n    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))\n    for i in range(Y.shape[0]):\n        for j in range(Y.shape[1]):\n            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()\n    return Y\nX = torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]])\nK = torch.tensor([[0.0, 1.0], [2.0, 3.0]])\ncorr2d(X, K)',
    ['op=conv&x=0,1,2;3,4,5;6,7,8'],
  ],
  [
    'from mxnet import np, npx\nnpx.set_np()\ndef trans_conv(X, K):\n    h, w = K.shape\n    Y = np.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))\n    for i in range(X.shape[0]):\n        for j in range(X.shape[1]):\n            Y[i: i + h, j: j + w] += X[i, j] * K\n    return Y\nX = np.array([[0, 1], [2, 3]])\nK = np.array([[0, 1], [2, 3]])\ntrans_conv(X, K)',
    [''],
  ],
  [
    'def trans_conv(X, K):\n    h, w = K.shape\n    Y = tf.Variable(tf.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1)))\n    for i in range(X.shape[0]):\n        for j in range(X.shape[1]):\n            Y[i: i + h, j: j + w].assign(Y[i: i + h, j: j + w] + X[i, j] * K)\n    return Y\nX = tf.constant([[0.0, 1.0], [2.0, 3.0]])\nK = tf.constant([[0.0, 1.0], [2.0, 3.0]])\ntrans_conv(X, K)',
    [''],
  ],
  [
    'conv = nn.Conv2d(1, 1, 2)\nwith torch.no_grad():\n    conv.weight.copy_(torch.tensor([[[[1., 2.], [3., 5.]]]]))\n    conv.bias.fill_(0.5)',
    ['op=conv&x=rand:6x6:1&k=1,2;3,5&b=0.5'],
  ],
  [
    'conv = nn.Conv2d(1, 2, kernel_size=(1, 2), bias=False)\nX = torch.ones((6, 8))\nX[:, 2:6] = 0\nX = X.reshape((1, 1, 6, 8))\nconv(X)',
    [
      'op=conv&x=1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1&k=rand:2x1x1x2:2',
    ],
  ],
  [
    'QuantizedConv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), scale=1.0, zero_point=0)',
    ['op=conv&x=rand:3x6x6:1&k=rand:8x3x3x3:2&b=0*8'],
  ],
  [
    "lax.conv_general_dilated(lhs, rhs, (1, 1), 'SAME', dimension_numbers=lax.conv_dimension_numbers(lhs.shape, rhs.shape, ('NHWC', 'HWIO', 'NHWC')))",
    ['op=conv&p=0,1,0,1'],
  ],
  ['conv([1 2 3], [1 1])', ['x=1,2,3&k=1,1']],
  [
    'paddle.nn.Conv2DTranspose(in_channels=3, out_channels=8, kernel_size=4, stride=2, padding=1, bias_attr=False)',
    ['x=rand:3x6x6:1&k=rand:3x8x4x4:2&s=2&p=1'],
  ],
  [
    'tconv = nn.ConvTranspose2d(10, 20, kernel_size=5, padding=2, stride=3)\nX = torch.rand(size=(1, 10, 16, 16))\nconv = nn.Conv2d(10, 20, kernel_size=5, padding=2, stride=3)\ntconv(conv(X)).shape == X.shape',
    [
      'x=rand:10x6x6:1&k=rand:10x20x5x5:2&b=0*20&s=3&p=2',
      'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&b=0*20&s=3&p=2',
    ],
  ],
  ['nn.Conv2d(1, 1, (3,3), padding=(1,1), bias=None)', ['op=conv&x=rand:6x6:1&k=rand:3x3:2&p=1']],
  ['y = F.conv_transpose2d(x, w.flip(2, 3), stride=2)', ['s=2']],
  [
    "sd = {'weight': torch.tensor([[[[1., 0.], [0., 1.]]]]), 'bias': torch.tensor([2.])}\nconv = nn.Conv2d(1, 1, 2)\nconv.load_state_dict(sd)",
    ['op=conv&x=rand:6x6:1&k=1,0;0,1&b=2'],
  ],
  [
    'layer = Conv2DTranspose(1, 2, strides=2, kernel_initializer=tf.constant_initializer([[1., 0.], [0., 1.]]), use_bias=False)',
    ['x=rand:6x6:1&k=1,0;0,1&s=2'],
  ],
  [
    'net = nn.Sequential()\nnet.add(nn.Conv2D(8, 3), nn.BatchNorm(), nn.Conv2D(16, 3))',
    [
      'op=conv&x=rand:6x6:1&k=rand:8x1x3x3:2&b=0*8',
      'op=conv&x=rand:8x6x6:1&k=rand:16x8x3x3:2&b=0*16',
    ],
  ],
  [
    'class Net(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        x = nn.Conv(features=32, kernel_size=(3, 3))(x)\n        x = nn.relu(x)\n        x = nn.Conv(features=64, kernel_size=(3, 3))(x)\n        return x',
    [
      'op=conv&x=rand:6x6:1&k=rand:32x1x3x3:2&b=0*32&p=1',
      'op=conv&x=rand:32x6x6:1&k=rand:64x32x3x3:2&b=0*64&p=1',
    ],
  ],
  [
    'X = np.array([[0.0, 1.0], [2.0, 3.0]])\nK = np.array([[1.0, 1.0], [2.0, 3.0]])\nX, K = X.reshape(1, 1, 2, 2), K.reshape(1, 1, 2, 2)\ntconv = nn.Conv2DTranspose(1, kernel_size=2)\ntconv.initialize(init.Constant(K))\ntconv(X)',
    ['k=1,1;2,3&b=0'],
  ],
  ['nn.Conv2D(3, 6, 5)', ['op=conv&x=rand:3x6x6:1&k=rand:6x3x5x5:2&b=0*6']],
];

/** A text that is refused, why, and in which row and column. */
export const refused = [
  [
    'jax.lax.conv_general_dilated(x, w, window_strides=(1, 1), padding=((2, 2), (2, 2)), lhs_dilation=(2, 2))',
    'padding-before',
    [1, 1],
  ],
  ['torch.tensor(data)', 'contents', [1, 14]],
  ['np.array(data)', 'contents', [1, 10]],
  ['X = torch.tensor(data)', 'contents', [1, 18]],
  ['tf.constant(values)', 'contents', [1, 13]],
  ['torch.tensor([[1, 2], row])', 'contents', [1, 23]],
  ['jnp.array(my_list)', 'contents', [1, 11]],
  ['torch.tensor(data).reshape(1, 1, 2, 2)', 'contents', [1, 14]],
  ['torch.from_numpy(arr)', 'contents', [1, 18]],
  ['x = torch.load("x.pt")', 'contents', [1, 5]],
  ["x = np.load('x.npy')", 'contents', [1, 5]],
  ['pd.read_csv("x.csv").values', 'contents', [1, 1]],
  ['[[1, 2], [3, --5]]', 'stray', [1, 15]],
  ['np.array([[1, 2], [3, 5]]).sum()', 'surrounding', [1, 26]],
  ['nn.Conv2d(3, 8, 0)', 'wrong-setting', [1, 1]],
  ['nn.Conv2d(3, 8, 3, stride=0)', 'wrong-setting', [1, 1]],
  ['nn.Conv2d(-3, 8, 3)', 'wrong-setting', [1, 1]],
  ['nn.Conv2d(3, 8, 3, padding=-1)', 'wrong-setting', [1, 1]],
  ['nn.Conv2d(3, 8, [3, 3, 3])', 'wrong-length', [1, 1]],
  ['[[i * j for j in range(3)] for i in range(3)]', 'call', [1, 9]],
  ['[x for x in range(9)]', 'call', [1, 4]],
  ['tensor([[1., 2.],\n        [3., 5.]], size=(3, 3))', 'reshape', [1, 1]],
  [
    '<tf.Tensor: shape=(3, 3), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 5.]], dtype=float32)>',
    'cut-print',
    [1, 1],
  ],
  ['float k[3][3] = {{1, 2}, {3, 5}};', 'cut-print', [1, 17]],
  ['Tensor[[2, 3], f32]\n[[1., 2.],\n [3., 5.]]', 'cut-print', [1, 1]],
  ['[[1,2],[3,5]]\nTensor[[3, 3], f32]', 'cut-print', [2, 1]],
  ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 5 \\end{pmatrix}', 'brackets', [1, 1]],
  ['X:\n1 2\n3 5\n\nK:\n0 1\n2 x', 'not-number', [7, 2]],
  ['Input\n1 2\n3 nan\nKernel\n1 2\n3 5', 'not-finite', [3, 2]],
  ['输入：\n1 2\n3 …\n卷积核：\n1 2', 'elided', [3, 2]],
  ['nn.Conv2d("3", 8, 3)', 'argument', [1, 1]],
  ['nn.ConvTranspose2d(3, 8, 3, output_padding=-1)', 'wrong-setting', [1, 1]],
  ['nn.Conv2d(3, 8, 3, stride=(2, 2, 2))', 'wrong-length', [1, 1]],
  ['nn.Conv2d(3, 8, 3, padding=(1, 2, 3))', 'wrong-length', [1, 1]],
  ['Conv2d()', 'not-number', [1, 1]],
];

/** A text, and the numbers of its layer's output, as NumPy 1.24, SciPy 1.10 and Octave 7.3 make them. */
export const computed = [
  ["np.convolve([1, 2, 3, 4], [1, 2], 'same')", '1,4,7,10'],
  ["np.convolve([1, 2], [1, 2, 3], 'same')", '1,4,7'],
  ["np.convolve([1, 2], [1, 2, 3], 'valid')", '4,7'],
  ["np.correlate([1, 2, 3, 4], [1, 2], 'same')", '2,5,8,11'],
  ["signal.correlate([1, 2, 3, 4], [1, 2], 'same')", '2,5,8,11'],
  ["conv([1 2 3 4], [1 2], 'same')", '4,7,10,8'],
  ["conv2([1 2; 3 4], [1 0; 0 1], 'same')", '5,2,3,4'],
  ['filter2([1 2; 3 5], [1 2 3; 5 6 7; 9 1 2])', '50,61,24,49,33,13,11,5,2'],
  [
    "ndimage.convolve([[1, 2, 3], [5, 6, 7], [9, 1, 2]], [[1, 2], [3, 5]], mode='constant')",
    '27,38,29,62,55,39,48,11,10',
  ],
  [
    "ndimage.correlate([[1, 2, 3], [5, 6, 7], [9, 1, 2]], [[1, 2], [3, 5]], mode='constant')",
    '5,13,21,27,50,61,55,49,33',
  ],
  [
    "signal.correlate2d([[1, 2, 3], [5, 6, 7], [9, 1, 2]], [[1, 2], [3, 5]], mode='same')",
    '50,61,24,49,33,13,11,5,2',
  ],
];
