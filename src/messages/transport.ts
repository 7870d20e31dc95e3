/** Sends and receives the messages of `contract.ts`. */
import type { Runtime } from 'webextension-polyfill';
import { api } from './api';
import type { Failure, FromOwn, FromPage, OfTab, ToPage } from './contract';

type Name = keyof FromPage;
type Input<N extends Name> = Parameters<FromPage[N]>[0];
type Answer<N extends Name> = ReturnType<FromPage[N]>;
type OwnInput<N extends keyof FromOwn> = Parameters<FromOwn[N]>[0];

/** One handler for each message. A missing one does not compile. */
export type Handlers = {
  [N in Name]: (input: Input<N>, sender: Runtime.MessageSender) => Promise<Answer<N>>;
};

/** The same for our own pages. */
export type OwnHandlers = {
  [N in keyof FromOwn]: (input: OwnInput<N>, sender: Runtime.MessageSender) => Promise<ReturnType<FromOwn[N]>>;
};

/** Thrown by `send`: the background refused, or could not be reached. */
export class MessageError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.detail ?? failure.code);
  }
}

/** A message as sent: JSON, with a tag that other extensions' messages do not have. */
export interface Envelope {
  offprint: string;
  input: unknown;
}
export type Reply = { ok: true; answer: unknown } | { ok: false; failure: Failure };

/** Whether a value is a message of ours. */
export const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && typeof (message as Envelope).offprint === 'string';

/** False once the extension was updated, disabled or removed while this script still runs in a page. */
export const isConnected = (): boolean => {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false; // Firefox lets even the look at a dead object throw
  }
};

/**
 * Sends a request to the background and resolves to the answer. Throws a `MessageError`: with the background's failure,
 * `orphaned` if the extension is gone, `asleep` if the background did not start, stopped meanwhile or hangs.
 */
export const send = <N extends Name>(name: N, ...input: Parameters<FromPage[N]>): Promise<Answer<N>> =>
  request(name, input[0]) as Promise<Answer<N>>;

/** The same for our own pages. */
export const ask = <N extends keyof FromOwn>(
  name: N,
  ...input: Parameters<FromOwn[N]>
): Promise<ReturnType<FromOwn[N]>> => request(name, input[0]) as Promise<ReturnType<FromOwn[N]>>;

async function request(name: string, input: unknown): Promise<unknown> {
  const envelope: Envelope = { offprint: name, input };
  const reply = await deliver(envelope)
    .catch((first) => {
      // Nobody received it, as happens while the worker starts, so sending it again is safe. Not after a port was closed.
      if (isConnected() && /receiving end|connection/i.test(`${first}`)) return deliver(envelope);
      throw first;
    })
    .catch((error) => {
      throw new MessageError({ code: isConnected() ? 'asleep' : 'orphaned', detail: `${error}` });
    });
  if (!reply?.ok) throw new MessageError(reply?.failure ?? { code: 'asleep' });
  return reply.answer;
}

/** Longer than any answer takes. After that a request to a background that hangs fails, and can be sent again. */
const timeoutMs = 30_000;
/** How often it is checked whether the extension is still there: if it is gone, browsers drop the answer in silence. */
const checkMs = 1000;

function deliver(envelope: Envelope): Promise<Reply | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  let checks: ReturnType<typeof setInterval>;
  return new Promise<Reply | undefined>((resolve, reject) => {
    timer = setTimeout(reject, timeoutMs, 'no answer');
    checks = setInterval(() => isConnected() || reject('no answer'), checkMs);
    api.runtime.sendMessage(envelope).then((reply) => resolve(reply as Reply), reject);
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(checks);
  });
}

/** Notifies the background of what a page of ours did. Ignores errors: the next look-up shows it anyway. */
export async function tell<N extends keyof FromOwn>(name: N, input: OwnInput<N>): Promise<void> {
  await deliver({ offprint: name, input }).catch(() => undefined);
}

/**
 * Receives messages of the background in a content script, until `signal`. A handler that returns a promise answers; the
 * others leave the answer to other listeners.
 */
export function receive<T extends ToPage | OfTab>(handlers: T, signal: AbortSignal): void {
  const byName = new Map<unknown, (input: never) => unknown>(Object.entries(handlers));
  const listener = (message: Partial<Envelope>, _sender: unknown, answer: (given: unknown) => void) => {
    const given = !signal.aborted && byName.get(message.offprint)?.(message.input as never);
    if (!(given instanceof Promise)) return undefined;
    given.then(answer);
    return true;
  };
  api.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

/**
 * Sends a request to the content script in a tab. Undefined if there is none, as on other sites or while a page loads. The
 * answer is not trusted.
 */
export async function askTab<N extends keyof OfTab>(
  tab: number,
  name: N,
  ...[input]: Parameters<OfTab[N]>
): Promise<unknown> {
  const envelope: Envelope = { offprint: name, input };
  return api.tabs.sendMessage(tab, envelope).catch(() => undefined);
}

type Handler = (input: never, sender: Runtime.MessageSender) => Promise<unknown>;

/**
 * Answers requests. `admit` decides by the sender whether a message is handled; `explain` turns errors of handlers into
 * failures. The listener is not `async`: such a listener would answer messages of others, too.
 */
export function handle(
  handlers: Handlers | OwnHandlers,
  admit: (sender: Runtime.MessageSender) => boolean | Promise<boolean>,
  explain: (error: unknown) => Failure,
): void {
  const byName = new Map<string, Handler>(Object.entries(handlers));
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: (reply: Reply) => void) => {
    const handler = isEnvelope(message) ? byName.get(message.offprint) : undefined;
    const admitted = handler && admit(sender);
    if (!handler || !admitted) return undefined;
    const input = ((message as Envelope).input ?? {}) as never;
    Promise.resolve(admitted)
      .then((isAdmitted) => {
        if (!isAdmitted) throw new MessageError({ code: 'refused' });
        return handler(input, sender);
      })
      .then(
        (result) => answer({ ok: true, answer: result }),
        (error) => answer({ ok: false, failure: error instanceof MessageError ? error.failure : explain(error) }),
      );
    return true;
  };
  api.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}
