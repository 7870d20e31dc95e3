/** What is wrong with a file or its records, in words. */
import type { ProblemReason } from '../../formats/file-items';
import type { MessageKey } from '../../locale';

export const problemWords: Record<ProblemReason, MessageKey> = {
  'cut-off': 'importCutOff',
  syntax: 'importSyntax',
  unbalanced: 'importUnbalanced',
  'not-a-paper': 'importNotAPaper',
  'no-title': 'importNoTitle',
  'partly-read': 'importPartlyRead',
  'too-deep': 'importTooDeep',
  shortened: 'importShortened',
  'unclear-authors': 'importUnclearAuthors',
  'guessed-authors': 'importGuessedAuthors',
  'unknown-columns': 'importUnknownColumns',
  'ids-only': 'importIdsOnly',
  'no-paper-address': 'importNoPaperAddress',
  'newer-version': 'importNewer',
  edited: 'importEdited',
  'not-recognised': 'importNotRecognised',
  unreadable: 'importUnreadable',
};

/** Problems of a backup as a whole, with advice. */
export const backupWords: Partial<Record<ProblemReason, MessageKey>> = {
  'cut-off': 'importCutOffFile',
  edited: 'importEditedFile',
  'newer-version': 'importNewerFile',
};

/** Why the library refuses an entry, by the check's own words (`toFacts`). */
export const refusalWords: Record<string, MessageKey> = { 'no title': 'importNoTitle', 'no id': 'importUnreadable' };
