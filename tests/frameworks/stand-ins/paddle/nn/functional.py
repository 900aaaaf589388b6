import torch
import torch.nn.functional as F


def sides(padding):
    """top, bottom, left, right"""
    if isinstance(padding, int):
        padding = [padding, padding]
    height, width = (padding[0], padding[-1]) if len(padding) == 2 else (None, None)
    return padding if len(padding) == 4 else [height, height, width, width]


def tensors(*arrays):
    return (None if array is None else torch.from_numpy(array) for array in arrays)


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    x, weight, bias = tensors(x, weight, bias)
    top, bottom, left, right = sides(padding)
    padded = F.pad(x, (left, right, top, bottom))
    return F.conv2d(padded, weight, bias, stride, 0, dilation, groups).numpy()


def conv2d_transpose(x, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    x, weight, bias = tensors(x, weight, bias)
    top, bottom, left, right = sides(padding)
    full = F.conv_transpose2d(x, weight, bias, stride, 0, output_padding, groups, dilation).numpy()
    return full[:, :, top : full.shape[2] - bottom, left : full.shape[3] - right]
