/** The one spelling of an address that is an id of its own. Part of `identity.ts`. */
import { parseAddress } from './paper-urls';

const tracking =
  /^(?:(?:utm|hsa|mtm|pk|piwik|matomo|oly|vero)_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|gad_source|srsltid|dclid|msclkid|mc_cid|mc_eid|mkt_tok|igshid|igsh|mibextid|ref_src|ref_url|_hsenc|_hsmi|_ga|_gl|yclid|ysclid|twclid|ttclid|li_fat_id|s_cid|s_kwcid|spm|trk|cmpid|__twitter_impression)$/i;

/**
 * One spelling for one page: https, no `www.`, no fragment, no tracking parameters, no default index page or port, no
 * slash at the end. For `url:` ids, the last resort of identity.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host
    .replace(/^www\./, '')
    .replace(/:(?:80|443)$/, '')
    .replace(/\.(?=:|$)/, '');
  const path = url.pathname
    .replace(/%[0-9a-f]{2}/gi, plainer)
    .replace(/;jsessionid=[^/]*/gi, '')
    .replace(/(?:\/(?:(?:index|default)\.(?:[sx]?html?|php\d?|aspx?|jsp|cgi))?)*$/i, '');
  const query = url.searchParams.toString();
  return `https://${host}${path}${query ? `?${query}` : ''}`;
}

/** Decodes a percent-escape that is not needed; writes all others in upper case (RFC 3986, 6.2.2). */
function plainer(written: string): string {
  const meant = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  return /[\w.~-]/.test(meant) ? meant : written.toUpperCase();
}
