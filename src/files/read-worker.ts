/** Reads a file of papers away from the page, so that the page never waits; it is ended to stop it. */
import { postFile } from './read-messages';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(message: unknown): void;
};
worker.onmessage = ({ data }) => void postFile(data, (message) => worker.postMessage(message));
