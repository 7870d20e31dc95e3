/** Worker that reads a file of papers, so that the page stays responsive. Terminated to cancel. */
import { postFile, type ReaderRequest } from './read-messages';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ReaderRequest>) => void) | null;
  postMessage(message: unknown): void;
};
worker.onmessage = ({ data }) => void postFile(data.file, (message) => worker.postMessage(message), data.options);
