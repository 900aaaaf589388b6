// The widgets of a notebook's page.

/** @param {import('@playwright/test').Page} page */
export function widgetsOf(page) {
  const elements = page.locator('conv-playground');
  return {
    elements,
    /** A cell of one of them. @param {number} i @param {string} name what its own begins with */
    named: (i, name) =>
      elements
        .nth(i)
        .getByRole('gridcell', { name: new RegExp(`^${name.replace(/[[\]]/g, '\\$&')}`) })
        .first(),
    /** How far what each shows sticks out of it, in px. */
    sticking: () =>
      elements.evaluateAll((all) =>
        all.map(({ shadowRoot }) => {
          const { scrollWidth, clientWidth } = shadowRoot.querySelector('.playground');
          return scrollWidth - clientWidth;
        }),
      ),
  };
}
