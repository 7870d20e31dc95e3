import { LibraryError } from '../library/error';
import type { Failure } from '../messages/contract';

/** An error in the form that crosses to pages: the library's code, or `unknown` with the error's text. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof LibraryError)) return { code: 'unknown', detail: String(error) };
  return { code: error.code, detail: error.message };
}
