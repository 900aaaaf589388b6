import { fetchAny, fetchLanguage, translator } from '../i18n/index.js';
import { rowOf } from '../i18n/languages.js';

/** @typedef {import('../i18n/languages.js').Language} Language */

/** The language that a playground speaks, once its words are there. */
export class Speech {
  #host;
  #say;
  /** The language that was asked for last, by whichever way. @type {Language | undefined} */
  #wanted;
  /** Counts askings for a language, so that a slow one does not overtake a later one. */
  #speaking = 0;

  /**
   * @param {EventTarget & { language: Language | undefined, wordless: boolean }} host
   * @param {(notice: string) => void} say
   */
  constructor(host, say) {
    this.#host = host;
    this.#say = say;
  }

  /** Speaks the language that is wanted, when it has changed. @param {Language} wanted */
  follow(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted !== this.#host.language) this.speak(wanted);
  }

  /**
   * Shows the words of a language once they are all there; until then, and when they cannot be had, those
   * of the language before. On a first visit any language is better than none.
   * @param {Language} language
   * @returns {Promise<boolean>} whether it is shown
   */
  async speak(language) {
    const host = this.#host;
    const speaking = ++this.#speaking;
    const latest = () => speaking === this.#speaking;
    host.wordless = false;
    try {
      const spoken = host.language
        ? await fetchLanguage(language).then(() => language)
        : await fetchAny(language);
      if (!latest()) return false;
      host.language = spoken;
      this.#say('');
      host.dispatchEvent(new Event('playground-language'));
      if (spoken === language) return true;
    } catch {
      if (!latest()) return false;
    }
    host.wordless = !host.language;
    if (host.language) {
      const { name } = rowOf(language);
      this.#say(translator(host.language)('language.failed', { language: name }));
    }
    return false;
  }
}
