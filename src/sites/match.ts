/** Match patterns as browsers read them in a manifest. Pure. */

const literal = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');

/**
 * Whether a match pattern such as `https://*.arxiv.org/list/*` matches an address. The path's `*` also covers the query; the
 * fragment is ignored. Throws if the text is no pattern of http or https.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function matches(pattern: string, url: URL): boolean {
  const found = /^(\*|https?):\/\/(\*\.)?(\*|[^/*]+)(\/.*)$/.exec(pattern);
  if (!found) throw new Error(`not a match pattern: ${pattern}`);
  const [, scheme, sub, host = '', path = ''] = found;
  return (
    (scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`) &&
    (host === '*' || url.hostname === host || (sub !== undefined && url.hostname.endsWith(`.${host}`))) &&
    new RegExp(`^${literal(path)}$`).test(url.pathname + url.search)
  );
}
