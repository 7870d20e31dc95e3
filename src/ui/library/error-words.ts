/** Messages for errors of the library: what happened, what was kept, what to do. */
import { LibraryError } from '../../library/error';
import { type MessageKey, t } from '../../locale';
import { isRefusedToPrivateWindow } from './private-window';

const messages: Record<LibraryError['code'], MessageKey> = {
  full: 'errorFull',
  blocked: 'errorBlocked',
  newer: 'errorNewer',
  closed: 'errorClosed',
  invalid: 'errorInvalid',
  missing: 'errorMissing',
  refused: 'errorRefused',
  unknown: 'errorUnknown',
};

/** The message for anything that was thrown. */
export function errorWords(error: unknown): string {
  if (isRefusedToPrivateWindow(error)) return t('errorPrivateWindow');
  return t(error instanceof LibraryError ? messages[error.code] : 'errorUnknown');
}
