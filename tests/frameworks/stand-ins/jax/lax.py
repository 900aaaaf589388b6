import numpy as np


def spread(values, steps):
    """Zeros between the cells of the last two axes."""
    rows, columns = ((size - 1) * step + 1 for size, step in zip(values.shape[2:], steps))
    wide = np.zeros(values.shape[:2] + (rows, columns))
    wide[:, :, :: steps[0], :: steps[1]] = values
    return wide


def conv_general_dilated(lhs, rhs, window_strides, padding, lhs_dilation=(1, 1), rhs_dilation=(1, 1),
                         dimension_numbers=None, feature_group_count=1):
    assert dimension_numbers == ('NCHW', 'OIHW', 'NCHW')
    lhs, rhs = spread(lhs, lhs_dilation), spread(rhs, rhs_dilation)
    for axis, (low, high) in enumerate(padding, 2):
        size = lhs.shape[axis]
        lhs = np.take(lhs, range(max(0, -low), size + min(0, high)), axis)  # a negative one crops
        widths = [(0, 0)] * 4
        widths[axis] = (max(0, low), max(0, high))
        lhs = np.pad(lhs, widths)
    windows = np.lib.stride_tricks.sliding_window_view(lhs, rhs.shape[2:], (2, 3))
    windows = windows[:, :, :: window_strides[0], :: window_strides[1]]
    groups = zip(np.split(windows, feature_group_count, 1), np.split(rhs, feature_group_count))
    return np.concatenate([np.einsum('nchwij,ocij->nohw', x, k) for x, k in groups], 1)
