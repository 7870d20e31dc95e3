/** What a run asks for, and what it is told. Both are kept in the library while it lasts. */
import type { Facts } from '../../paper/paper';
import type { ServiceId } from './services';

/** One id to ask for, and the number of its paper. */
export interface Ask {
  n: number;
  id: string;
  /** Not the paper's own id but one that Semantic Scholar gave: its record must agree with the paper. */
  isLearnt?: true;
}

/** What a service said of a paper in one answer. */
export interface Said {
  n: number;
  service: ServiceId;
  facts: Facts;
  /** DOIs of the published versions, from a preprint's own record. */
  publishedAs?: string[];
  /** The record is another paper's: Semantic Scholar gave a wrong DOI. */
  isOther?: true;
}
