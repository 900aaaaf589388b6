import { isList, isWord, tensorOf } from './values.js';

/**
 * Tensors in objects, as JSON and `state_dict()` have them.
 *
 * @typedef {import('./values.js').List} List
 * @typedef {import('./values.js').Value} Value
 */

/** What was looked through: a program may give an object any number of names. @type {WeakSet<List>} */
const looked = new WeakSet();

/** The items of an object and of those in it, by their names. @param {List} object @returns {[string, Value][]} */
export function namedIn(object) {
  if (looked.has(object)) return [];
  looked.add(object);
  return dictItems(object.dict ?? [], 0);
}

/** Several objects with names and numbers. @param {readonly Value[]} items */
export function objectsIn(items) {
  if (items.length < 2 || !items.every((item) => isList(item) && item.dict)) return undefined;
  const objects = items.map(namedData);
  return objects.every((each) => each !== undefined) ? objects : undefined;
}

/** `{"name": "x", "data": [..]}` @param {Value} value @returns {{ name: string, value: Value } | undefined} */
function namedData(value) {
  const dict = isList(value) ? Object.fromEntries(value.dict ?? []) : {};
  const data = dict.data ?? dict.values ?? dict.value;
  return isWord(dict.name) && data !== undefined
    ? { name: dict.name.word, value: data }
    : undefined;
}

/** The items of objects in objects. @param {[string, Value][]} dict @param {number} depth @returns {[string, Value][]} */
const dictItems = (dict, depth) => {
  const shape = dict.find(([key]) => key === 'shape' || key === 'dims');
  const data = dict.find(([key]) => key === 'data' || key === 'values');
  if (shape && data) return [['', shapedData(shape[1], data[1])]];
  // The numbers by a name of their own, and their shape.
  if (shape && dict.length === 2)
    return dict
      .filter((pair) => pair !== shape)
      .map(([key, value]) => [
        key,
        isList(value) && !value.dict ? shapedData(shape[1], value) : value,
      ]);
  return dict.flatMap(([key, value]) =>
    isList(value) && value.dict && depth < 8
      ? dictItems(value.dict, depth + 1)
      : [/** @type {[string, Value]} */ ([key, value])],
  );
};

/** @param {Value} shape @param {Value} data @returns {Value} */
function shapedData(shape, data) {
  const [sizes, numbers] = [tensorOf(shape), tensorOf(data)];
  const fits = sizes && numbers && sizes.data.reduce((a, b) => a * b, 1) === numbers.data.length;
  return fits ? { shape: sizes.data, data: numbers.data } : data;
}
