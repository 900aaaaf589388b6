import { serve } from '../../.tools/serve.mjs';

/** The built site; DIST names another folder than dist/. */
export const root = process.env.DIST;

/** Serves the site while the tests run; its address is the tests' baseURL and process.env.SITE. */
export default async function site() {
  const { url, close } = await serve({ root });
  process.env.SITE = url;
  return close;
}
