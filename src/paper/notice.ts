/** Notices that change what a published paper is worth. */

/** What a notice did to a paper, the gravest last. */
export const noticeKinds = ['corrected', 'concern', 'retracted'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A correction, expression of concern or retraction. */
export interface EditorialNotice {
  is: NoticeKind;
  /** Only a part of the paper is retracted. */
  isPartial?: true;
  /** The notice's own DOI. */
  doi?: string;
  /** When it appeared: an ISO date, as precise as its source. */
  date?: string;
}

/** Larger is graver. */
export const gravity = ({ is, isPartial }: EditorialNotice): number =>
  2 * noticeKinds.indexOf(is) - (isPartial ? 1 : 0);
