/**
 * The frame's side of the port. The first message must bring a port and a nonce that the background knows: only a script of
 * ours can have it. Whatever else is posted to this window is ignored.
 */
import type { FromFrame, ToFrame } from '../messages/frame';
import { ask } from '../messages/transport';

/** Waits for the port of the content script. */
export function portOfScript(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const hear = async ({ data, ports: [port], isTrusted }: MessageEvent) => {
      if (!isTrusted || typeof data !== 'string' || !port) return;
      const claimed = await ask('claim', data).catch(() => undefined);
      if (claimed?.is !== 'greeting') return;
      removeEventListener('message', hear);
      resolve(port);
    };
    addEventListener('message', hear);
  });
}

/** Receives messages over the port. Returns the function that sends. */
export function talk(port: MessagePort, hear: (message: ToFrame) => void): (message: FromFrame) => void {
  port.onmessage = ({ data }) => hear(data as ToFrame);
  return (message) => port.postMessage(message);
}
