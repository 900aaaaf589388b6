import { html } from 'lit';
import { segments } from '../elements/segments.js';
import { languages } from '../i18n/languages.js';
import { hideable, lockable } from '../state/lock.js';
import { keys, withLock, withName } from './choices.js';
import { lengthWord } from './lengths.js';
import { copyField, tick } from './parts.js';
import { anchor, element, frame, markdown, notebook, widget } from './snippets.js';

/**
 * The sections of the dialog.
 *
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('../state/state.js').State} State
 *
 * @typedef {object} Given
 * @property {Pick<State, import('./choices.js').Key>} values what the keys of the link would say
 * @property {Choices} choices
 * @property {(choices: Partial<Choices>) => void} choose
 * @property {import('./snippets.js').Addresses} to
 * @property {string} title of the layer
 * @property {{ plain: number, packed: number }} lengths of the link's two forms, in characters
 * @property {number} height of the preview, in pixels; 0 until it is measured
 * @property {(height: number) => void} measured
 * @property {Form} form
 * @property {(form: Form) => void} setForm
 * @property {boolean} follows whether the frame gets the script that keeps its height right
 * @property {(follows: boolean) => void} setFollows
 * @property {import('./integrity.js').Hashes | undefined} hashes that the element is held to
 * @property {(on: boolean) => void} hold
 * @property {() => unknown} pictures to take away
 * @property {(name: string, label: string) => void} copy
 * @property {import('../i18n/index.js').Translate} t
 *
 * @typedef {'frame' | 'element' | 'notebook' | 'widget'} Form
 */

/** @type {readonly Form[]} */
export const forms = ['frame', 'element', 'notebook', 'widget'];

/** Those that need nothing but the page itself. @type {readonly Form[]} */
const singleForms = ['frame', 'notebook'];

/** What stands in the frame's place until the preview is measured, in pixels. */
const usualHeight = 900;

/** A pinned cell, as it is called. @param {NonNullable<State['at']>} at */
function cellName({ operand, cell }) {
  const first = cell.findIndex((index, i) => index !== 0 || i === 2);
  return `${operand.toUpperCase()}[${cell.slice(first).join(',')}]`;
}

/**
 * A key's value, in words.
 * @param {Given} given
 * @param {import('./choices.js').Key} key
 */
function valueName({ values, t }, key) {
  const { lang, theme, panel, at, step } = values;
  if (key === 'lang') return languages.find(({ code }) => code === lang)?.name ?? '';
  if (key === 'theme') return t(`share.theme.${theme}`);
  if (key === 'panel') return t(`panel.${panel}`);
  if (key === 'at') return at ? cellName(at) : '';
  return step === undefined ? '' : String(step + 1);
}

/** @param {Given} given */
function says(given) {
  const { values, choices, choose, lengths, t } = given;
  return html`<fieldset>
    <legend>${t('share.says')}</legend>
    ${keys.map((key) => {
      const there = values[key] !== undefined;
      return tick({
        label: there
          ? t(`share.says.${key}`, { value: valueName(given, key) })
          : t(`share.says.${key}.none`),
        on: there && choices.said.includes(key),
        disabled: !there,
        set: (on) => choose({ said: withName(choices.said, key, on) }),
      });
    })}
    ${
      lengths.packed < lengths.plain
        ? tick({
            label: t('share.pack', {
              packed: lengths.packed.toLocaleString('en'),
              plain: lengths.plain.toLocaleString('en'),
            }),
            on: choices.pack,
            set: (pack) => choose({ pack }),
          })
        : ''
    }
  </fieldset>`;
}

/** @param {Given} given */
function length({ to: { page }, t }) {
  const word = lengthWord(page.length);
  return html`<p class="length ${word}" role="note">
    ${t('share.length', { count: page.length })}
    ${word === 'short' ? '' : t(`share.length.${word}`)}
  </p>`;
}

/** What a page that is a file of this device asks for. @param {Given} given */
const alone = ({ to, t }) =>
  to.single
    ? html`<p role="note">${t('share.alone', { file: to.linked.replace(/#.*/, '') })}</p>`
    : '';

/** @param {Given} given */
export function linkSection(given) {
  const { to, title, choices, copy, t } = given;
  return html`<div class="columns">
    <div class="stack">
      ${copyField({ name: 'url', label: t('share.url'), text: to.page, rows: 3, copy, t })}
      ${length(given)} ${alone(given)}
      ${copyField({ name: 'markdown', label: t('share.markdown'), text: markdown(to, title), copy, t })}
      ${copyField({ name: 'html', label: t('share.html'), text: anchor(to, title), copy, t })}
    </div>
    <div class="stack">
      ${says(given)}
      ${
        choices.hide.length + choices.lock.length > 0
          ? html`<p class="quiet">${t('share.limits')}</p>`
          : ''
      }
    </div>
  </div>`;
}

/** @param {Given} given */
function preview({ to, height, measured, t }) {
  return html`<div class="stack">
    <p class="quiet">
      ${height ? t('share.preview.size', { height }) : t('share.preview.measuring')}
    </p>
    <conv-share-preview
      .link=${to.link}
      .label=${t('share.preview')}
      @measured=${(/** @type {import('./preview.js').MeasuredEvent} */ event) =>
        measured(event.height)}
    ></conv-share-preview>
  </div>`;
}

/** @param {Given} given */
export function classSection(given) {
  const { to, choices, choose, copy, t } = given;
  const { hide, lock } = choices;
  const whole = (/** @type {string} */ name) => name.replace(/-size$/, '');
  return html`<div class="columns">
    <div class="stack">
      <p class="quiet">${t('share.class.hint')}</p>
      <fieldset>
        <legend>${t('share.shown')}</legend>
        ${hideable.map((name) =>
          tick({
            label: t(`share.part.${name}`),
            on: !hide.includes(name),
            set: (on) => choose({ hide: withName(hide, name, !on) }),
          }),
        )}
      </fieldset>
      <fieldset>
        <legend>${t('share.changeable')}</legend>
        ${lockable.map((name) =>
          tick({
            label: t(`share.lock.${name}`),
            on: ![name, whole(name)].some((each) => lock.includes(each)),
            disabled: whole(name) !== name && lock.includes(whole(name)),
            set: (on) => choose({ lock: withLock(lock, name, !on) }),
          }),
        )}
      </fieldset>
      ${copyField({ name: 'class', label: t('share.class.link'), text: to.page, rows: 3, copy, t })}
      ${alone(given)}
    </div>
    ${preview(given)}
  </div>`;
}

/** @param {Given} given */
function snippet({ to, title, choices, form, follows, hashes, height, t }) {
  const high = height || usualHeight;
  return {
    frame: () =>
      frame(to, title, { height: high, follows, themed: choices.said.includes('theme') }),
    element: () => element(to, title, { hashes, says: t('share.held.says') }),
    notebook: () => notebook(to, high),
    widget: () => widget(to),
  }[form]();
}

/** What of a form can be chosen. @param {Given} given */
function options({ to, form, follows, setFollows, hashes, hold, t }) {
  if (to.single) return '';
  if (form === 'frame') return tick({ label: t('share.follows'), on: follows, set: setFollows });
  if (form !== 'element') return '';
  return html`${tick({ label: t('share.held'), on: hashes !== undefined, set: hold })}
  ${hashes ? html`<p class="quiet">${t('share.held.hint')}</p>` : ''}`;
}

/** @param {Given} given */
export function embedSection(given) {
  const { to, form, setForm, copy, t } = given;
  const named = (to.single ? singleForms : forms).map((name) => ({
    name,
    label: t(`share.form.${name}`),
  }));
  return html`<div class="columns">
    <div class="stack">
      ${segments(t('share.form'), named, form, setForm)}
      <p class="quiet">${t(`share.${form}.hint`)}</p>
      ${alone(given)} ${options(given)}
      ${copyField({
        name: 'snippet',
        label: t(`share.form.${form}`),
        text: snippet(given),
        rows: 9,
        copy,
        t,
      })}
    </div>
    ${preview(given)}
  </div>`;
}

/** @param {Given} given */
export const pictureSection = ({ pictures }) => pictures();
