"""Stands in for TensorFlow, which Debian has not: the layers of Keras that the programs use, with
Keras' rules, computed by TensorFlow.js in `keras.js`."""

from types import SimpleNamespace

import numpy as np

import peer

float64 = np.float64


class Tensor:
    def __init__(self, values):
        self.values = np.asarray(values)
        self.shape = self.values.shape

    def numpy(self):
        return self.values

    def __getitem__(self, key):
        return Tensor(self.values[key])


def constant(values, dtype):
    return Tensor(np.asarray(values, dtype))


def concat(tensors, axis):
    return Tensor(np.concatenate([tensor.values for tensor in tensors], axis))


class Layer:
    def __init__(self, *args, **settings):
        self.settings = {name: value for name, value in settings.items() if name != 'dtype'}
        for name, value in zip(self.names, args):
            self.settings[name] = value
        self.weights = []

    def build(self, shape):
        assert len(shape) == 4

    def set_weights(self, weights):
        expected = 2 if self.settings['use_bias'] else 1
        assert len(weights) == expected, 'as many weights as the layer has'
        self.weights = weights

    def __call__(self, x):
        tensors = [np.asarray(weights) for weights in self.weights]
        answer = peer.ask('keras.js', {
            'layer': type(self).__name__,
            'settings': self.settings,
            'x': described(x.values),
            'weights': [described(tensor) for tensor in tensors],
        })
        return Tensor(np.array(answer['data'], np.float64).reshape(answer['shape']))


def described(values):
    return {'shape': values.shape, 'data': values.ravel().tolist()}


class Conv2D(Layer):
    names = ('filters', 'kernel_size')


class Conv2DTranspose(Layer):
    names = ('filters', 'kernel_size')


class ZeroPadding2D(Layer):
    names = ('padding',)


class Cropping2D(Layer):
    names = ('cropping',)


keras = SimpleNamespace(layers=SimpleNamespace(
    Conv2D=Conv2D,
    Conv2DTranspose=Conv2DTranspose,
    ZeroPadding2D=ZeroPadding2D,
    Cropping2D=Cropping2D,
))
