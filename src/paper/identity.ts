/**
 * Identity: addresses and identifiers in, ids out. An id is `scheme:value`; two records that share one are one paper.
 * Identity comes from ids and addresses alone, never from titles, and an id's form never changes once released.
 */
export { idOfAddress } from './any-address';
export { canonicalUrl } from './canonical-url';
export {
  arxivId,
  arxivToId,
  arxivVersion,
  doi,
  doiToId,
  idScheme,
  idValue,
  isId,
  isIdAsTitle,
  orderIds,
  trimEnd,
} from './ids';
export { doiInUrl, idOfUrl } from './paper-urls';
