/**
 * Says what a change did that was made far from the stage, with a way back, and brings it into sight; what has
 * the focus keeps it.
 * @param {import('lit').LitElement} host
 * @param {import('./work.js').Work} work
 * @param {string} said
 * @param {import('../i18n/index.js').Translate} t
 */
export async function effect(host, work, said, t) {
  work.say(said, { offers: [{ label: t('paste.back'), act: () => work.undo() }] });
  await host.updateComplete;
  const stage = /** @type {import('lit').LitElement | null} */ (
    host.renderRoot.querySelector('conv-stage')
  );
  await stage?.updateComplete;
  const y = stage?.renderRoot.querySelector('[operand=y]') ?? stage;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const how = /** @type {const} */ ({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  // Where the whole does not fit, Y is what has changed.
  const whole = stage && stage.getBoundingClientRect().height <= innerHeight;
  (whole ? stage : y)?.scrollIntoView(how);
}
