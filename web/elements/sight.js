/** @param {Element} part @param {string} name of an element */
const boxOf = (part, name) => part.querySelector(name)?.getBoundingClientRect();

/** How much of the window a lesson takes that lies at its foot. @param {Element} section @param {number} height */
function covered(section, height) {
  const lesson = section.parentElement && boxOf(section.parentElement, 'conv-lesson');
  return lesson && lesson.top > 0 && lesson.bottom >= height ? height - lesson.top : 0;
}

/**
 * Brings the stage, with its sentence as far as there is room, into the window, where they are not in sight. In a
 * frame it would move the page around, which is not for a part of that to do.
 * @param {Element} section of both
 * @param {boolean} [atTop] whether the stage goes to the top of the window, wherever it is
 */
export async function bringIntoSight(section, atTop = false) {
  const view = section.ownerDocument.defaultView;
  if (!view || view.parent !== view) return;
  // What it shows is drawn first.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const [stage, sentence] = [boxOf(section, 'conv-stage'), boxOf(section, 'conv-sentence')];
  if (!stage || stage.height === 0) return;
  const room = view.innerHeight - covered(section, view.innerHeight);
  const bottom = Math.max(stage.bottom, sentence?.bottom ?? 0);
  if (!atTop && stage.top >= 0 && bottom <= room) return;
  const fits = bottom - stage.top <= room;
  if (!fits && !atTop && Math.abs(stage.top) < 1) return;
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  section.scrollIntoView({
    block: fits && !atTop ? 'nearest' : 'start',
    behavior: calm ? 'instant' : 'smooth',
  });
}
