/** Worker that reads a file of papers, so that the page stays responsive. Terminated to cancel. */
import { postFile } from './read-messages';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(message: unknown): void;
};
worker.onmessage = ({ data }) => void postFile(data, (message) => worker.postMessage(message));
