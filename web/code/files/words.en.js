/** Why a file is refused, and what of it is left out. */
export const words = {
  'problem.file-none': 'The file is empty.',
  'problem.file-kind':
    '{text} is no file that can be read here: .npy, .npz, .csv, .tsv, .json, .ipynb, .py, .txt and .onnx are.',
  'problem.file-large': 'The file has {size} MB; at most {limit} are read.',
  'problem.file-shape': 'The shape {text} is none: it has to be made of whole numbers.',
  'problem.file-empty': 'An array of shape {shape} has no numbers.',
  'problem.file-elements':
    'An array of shape {shape} has {elements|number|numbers}; at most {limit} are read.',
  'problem.file-cut':
    'The file has {count|number|numbers} where its shape needs {expected}: it was cut. Save or download it again.',
  'problem.file-finite':
    '{text} has numbers that are not finite (NaN or infinity). Replace them, and save it again.',
  'problem.file-pickle':
    'A file of torch.save is a program in a pickle, and no program is run here. Save the arrays with np.savez, or the model with torch.onnx.export.',
  'problem.npy-magic': 'The file does not begin as one of NumPy does. Save it again with np.save.',
  'problem.npy-version': 'Version {text} of NumPy’s format is not known here; 1.0 to 3.0 are.',
  'problem.npy-header': 'The header of the array is damaged or cut. Save it again with np.save.',
  'problem.npy-type':
    'The array is of type {text}, which no layer has. Save it as float32: np.save(name, array.astype("float32")).',
  'problem.zip-cut': 'The archive is damaged or was cut. Save or download it again.',
  'problem.zip-damaged':
    '{text} in the archive is damaged, or of another size than is said. Save it again.',
  'problem.zip-size': '{text} would become more than {limit} bytes. Save fewer or smaller arrays.',
  'problem.zip-method':
    '{text} is packed in a way that is not known here. Save it with np.savez or np.savez_compressed.',
  'problem.zip-none': 'There is no array (.npy) in the archive.',
  'problem.zip-entry': '{text} in the archive is left out:',
  'problem.json-none': 'There are no lists of numbers in the JSON.',
  'problem.json-number': '{text} at {place} is not a number.',
  'problem.json-ragged': '{place} has {count|item|items}, the first of its kind {expected}.',
  'problem.table-header': 'The first line has names: it is left out.',
  'problem.table-index': 'The first column has names: it is left out.',
  'problem.onnx-cut': 'The model is damaged or was cut. Save or download it again.',
  'problem.onnx-none': 'This is no model of ONNX: there is no graph in it.',
  'problem.onnx-no-layer': 'The model has no Conv and no ConvTranspose.',
  'problem.onnx-open': '{text} is left out: the file does not say how large its kernel is.',
  'problem.onnx-axes': '{text} is left out: it has three axes, and one and two can be shown.',
  'problem.onnx-shape': 'The model leaves the size of the input open.',
  'problem.onnx-external':
    'The weights are in another file, beside the model: others are drawn in their place.',
  'problem.onnx-type': 'The type of {text} is not known here.',
  'problem.onnx-pad': 'What the Pad before it adds is left out.',
  'problem.file-gone': '{text} could not be read: it was moved, is locked or is a folder.',
  'problem.file-number':
    '{text} at [{place}] is no finite number. Replace it, and save the array again.',
  'problem.file-last': 'The last dimension is read as the channels.',
};
