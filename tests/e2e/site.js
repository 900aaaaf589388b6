import { serve } from '../../.tools/serve.mjs';

/** Serves dist/ while the tests run; its address is the tests' baseURL and process.env.SITE. */
export default async function site() {
  const { url, close } = await serve();
  process.env.SITE = url;
  return close;
}
