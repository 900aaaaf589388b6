import { html } from 'lit';
import { wanted } from '../elements/defined.js';
import { OpenEvent } from '../elements/events.js';
import { intoSight } from '../elements/into-sight.js';
import { lost } from '../elements/lost.js';
import { pinnedCell } from '../model/pin.js';
import { channelsAt, lastStep, modeOf, stepCount } from '../model/steps.js';
import { stampSize } from '../model/surround.js';
import { panels } from '../panels/index.js';
import { lessonLink, lessonNumber, lessonPart, lessons } from '../state/lessons.js';
import { pace } from './player.js';

/**
 * What a playground shows, from the header to the panels.
 *
 * @typedef {import('../i18n/index.js').Translate} Translate
 * @typedef {{ lesson: string, error: unknown }} LostLesson a lesson that could not be loaded, and why
 *
 * @typedef {object} Given
 * @property {import('../state/state.js').State} state
 * @property {import('../model/evaluate.js').Outcome} outcome
 * @property {import('../engine/engine.d.ts').Engine | undefined} engine none while it is on its way
 * @property {ReadonlyMap<string, import('../model/drafts.js').Draft>} drafts
 * @property {readonly import('./refusals.js').Refusal[]} refusals
 * @property {readonly import('../state/problem.js').Problem[]} notes about the link that was read
 * @property {import('../elements/light.js').Light} light
 * @property {{ input: number, output: number }} channel the channels that are picked
 * @property {readonly string[]} hidden parts to leave out
 * @property {readonly string[]} lock
 * @property {number} speed of the player
 * @property {(speed: number) => void} setSpeed
 * @property {boolean} greets whether it says what it is for
 * @property {boolean} play whether the player starts by itself
 * @property {LostLesson | undefined} lostLesson
 * @property {(lost: LostLesson | undefined) => void} loseLesson
 * @property {import('../i18n/index.js').Language} language
 * @property {Translate} t
 */

/** Whether any part of the layer is locked, so that no other layer can be opened.
 * @param {readonly string[]} lock */
const isLocked = (lock) => lock.some((part) => part !== '');

/**
 * @param {object} given
 * @param {import('../i18n/index.js').Language} given.language
 * @param {{ undo: boolean, redo: boolean }} given.can whether there is something to undo and to redo
 * @param {string | undefined} given.lesson the open one
 * @param {readonly string[]} given.lock
 * @param {readonly string[]} given.learned names of lessons
 * @param {URL} given.home the playground's own page
 * @param {(event: import('./header.js').CommandEvent) => void} given.command
 * @param {Translate} given.t
 */
export const header = ({ language, can, lesson, lock, learned, home, command, t }) =>
  html`<conv-header
    part="header"
    .language=${language}
    ?canUndo=${can.undo}
    ?canRedo=${can.redo}
    ?locked=${isLocked(lock)}
    .lesson=${lesson}
    .learned=${learned}
    .home=${home}
    .t=${t}
    @command=${command}
    ><slot name="title"></slot
  ></conv-header>`;

/** What is shown until the playground is near: what a page has put into it. */
export const far = () => html`<div class="far"><slot></slot></div>`;

/** What is shown until there are words. @param {readonly string[]} hidden parts to leave out */
export const waiting = (hidden) =>
  html`${hidden.includes('header') ? '' : html`<slot name="title"></slot>`}
    <div class="parts far" aria-busy="true"><slot></slot></div>`;

/**
 * What is said while no words can be had.
 * @param {ReturnType<typeof import('../i18n/languages.js').rowOf>} row of the reader's language
 * @param {() => void} speak tries again
 */
export const wordless = ({ tag, lost: said, again }, speak) =>
  html`<div class="parts" lang=${tag}>
    <p role="alert">${said} <button @click=${speak}>${again}</button></p>
  </div>`;

/** @param {Given} given */
export function body(given) {
  const { state, outcome, engine, drafts, refusals, light, lock, language, t } = given;
  const shown = drafts.size > 0 ? { ...outcome, layer: undefined, y: undefined } : outcome;
  const channel = channelsAt(state, shown, given.channel);
  /** @param {string} name @param {() => unknown} drawn */
  const part = (name, drawn) => (given.hidden.includes(name) ? '' : drawn());
  return html`
    ${greeting(given)} ${notes(given)} ${part('lesson', () => lesson(given))}
    ${part(
      'settings',
      // What can be set is for the engine to say.
      () =>
        html`<conv-settings
          part="settings"
          ?inert=${!engine}
          ?tight=${state.lesson !== undefined}
          .state=${state}
          .fault=${outcome.fault}
          .drafts=${drafts}
          .engine=${engine}
          .lock=${lock}
          .t=${t}
        ></conv-settings>`,
    )}
    ${part(
      'formula',
      () => html`<conv-formula .state=${state} .y=${shown.y?.shape} .t=${t}></conv-formula>`,
    )}
    <section
      class="card"
      part="stage"
      aria-label=${t('stage')}
      aria-busy=${!engine}
      @click=${tapped}
    >
      <conv-stage
        .state=${state}
        .outcome=${shown}
        .engine=${engine}
        .light=${light}
        .channel=${channel}
        .pinned=${pinnedCell(state, outcome)}
        .drafts=${drafts}
        .lock=${lock}
        .pace=${pace * given.speed}
        ?low=${state.lesson !== undefined && state.panel !== undefined}
        .t=${t}
      ></conv-stage>
      ${part(
        'sentence',
        () =>
          html`<conv-sentence
            ?hidden=${refusals.length > 0}
            .outcome=${shown}
            .light=${light}
            .bias=${state.bias}
            .stamps=${stampSize(state)}
            .t=${t}
          ></conv-sentence>`,
      )}
      <conv-refusals .refusals=${refusals} ?hidden=${refusals.length === 0}></conv-refusals>
      ${part('picture', () =>
        engine
          ? html`<conv-picture
              ?refused=${refusals.length > 0}
              .given=${{ state, outcome: shown, engine, light, channel, drafts }}
              .language=${language}
              .t=${t}
            ></conv-picture>`
          : '',
      )}
    </section>
    ${part('player', () => player(given, shown))}
    ${part('panels', () =>
      panels.length === 0
        ? ''
        : html`<conv-panels
            part="panels"
            .given=${{ state, outcome: shown, engine, light, channel, lock, leading: lessonPart(state.lesson) }}
            ?valid=${shown.y !== undefined}
            ?computing=${shown.computing !== undefined && !shown.fault}
            ?awaiting=${!engine}
            .language=${language}
            .t=${t}
          ></conv-panels>`,
    )}
  `;
}

/** A cell that is tapped is seen together with what is said of it. @param {PointerEvent} event */
function tapped(event) {
  const section = /** @type {Element} */ (event.currentTarget);
  const isCell = /** @type {Element} */ (event.composedPath()[0]).closest?.('[role=grid]');
  if (event.pointerType === 'touch' && isCell) intoSight(section);
}

/** What the page is for, and where to start, as long as no lesson is open. @param {Given} given */
function greeting({ greets, state, lock, t }) {
  if (!greets || state.lesson !== undefined || isLocked(lock)) return '';
  const [{ name }] = lessons;
  return html`<p class="greeting">
    ${t('greeting')}
    <a
      href="#${lessonLink(name)}"
      @click=${(/** @type {Event} */ event) => {
        event.preventDefault();
        event.target?.dispatchEvent(new OpenEvent(lessonLink(name)));
      }}
      >${t('greeting.start', { title: t(`lesson.${name}`) })}</a
    >
  </p>`;
}

/**
 * @param {Given} given
 * @param {import('../model/evaluate.js').Outcome} shown
 */
function player({ state, engine, speed, setSpeed, play, t }, { x, y, large }) {
  if (large) return html`<p class="quiet">${t('player.large')}</p>`;
  const mode = modeOf(state);
  return html`<conv-player
    .step=${state.step}
    .count=${x && y ? stepCount(mode, { x, y }) : 0}
    .mode=${mode}
    .speed=${speed}
    ?auto=${engine && (play || state.play !== undefined)}
    ?awaiting=${!engine}
    @speed=${(/** @type {import('./player.js').SpeedEvent} */ event) => setSpeed(event.speed)}
    .t=${t}
  ></conv-player>`;
}

/** @param {Given} given */
function lesson({ state, engine, lock, lostLesson, loseLesson, language, t }) {
  const { lesson: name } = state;
  // Of one that there is not the notes speak.
  if (name === undefined || lessonNumber(name) === undefined) return '';
  if (lostLesson?.lesson === name) {
    return lost('lessons.failed', lostLesson.error, t, () => loseLesson(undefined));
  }
  // Most visits see no lesson: its element comes with the first one.
  import('../lessons/define.js').then(
    ({ defineLessons }) => defineLessons(),
    (error) => loseLesson({ lesson: name, error }),
  );
  return html`<conv-lesson
    .name=${name}
    ?pointing=${lessonPart(name) !== undefined}
    .engine=${engine}
    ?locked=${isLocked(lock)}
    .language=${language}
  ></conv-lesson>`;
}

/** What a link can ask for in vain, beside a step. */
const wishes = /** @type {const} */ (['panel', 'at', 'mode', 'play', 'lesson']);

/** What is odd about the link, or asked for in vain. @param {Given} given */
function notes({ state, outcome, notes: read, hidden, lock, language }) {
  const none =
    read.length + hidden.length + lock.length === 0 &&
    wishes.every((name) => state[name] === undefined) &&
    // A first visit plays by itself: it is not to fetch what would say nothing.
    (state.step === undefined || state.step <= lastStep(state, outcome)) &&
    (state.op === 'tconv' || state.outputPadding.every((more) => more === 0));
  if (none) return '';
  wanted('conv-notes', async () => (await import('./notes/define.js')).defineNotes());
  const named = { panels: panels.map(({ name }) => name), hide: hidden, lock };
  return html`<conv-notes
    hidden
    .given=${{ state, outcome, read, named }}
    .language=${language}
  ></conv-notes>`;
}
