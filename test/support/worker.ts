/** The extension's background worker in Chromium, looked into by plain CDP: playwright gives no session for it. */
import type { BrowserContext } from 'playwright-core';

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** Runs `commands` one after another in the worker, which is woken by nothing of this; returns the last answer. */
export async function askWorker<T>(context: BrowserContext, ...commands: string[]): Promise<T> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser is gone');
  const send = (method: string, params: object) => browser.send(method as never, params as never) as Promise<unknown>;
  try {
    const { targetInfos } = (await send('Target.getTargets', { filter: [{}] })) as { targetInfos: Target[] };
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
    );
    if (!worker) throw new Error('The background is not running');
    const { sessionId } = (await send('Target.attachToTarget', { targetId: worker.targetId, flatten: false })) as {
      sessionId: string;
    };
    let last: unknown;
    for (const [id, method] of commands.entries()) {
      const answered = new Promise<unknown>((resolve, reject) => {
        const hear = ({ sessionId: from, message }: Record<string, string>) => {
          const answer = JSON.parse(message ?? '{}');
          if (from !== sessionId || answer.id !== id) return;
          browser.off('Target.receivedMessageFromTarget' as never, hear as never);
          if (answer.error) reject(new Error(answer.error.message));
          else resolve(answer.result);
        };
        browser.on('Target.receivedMessageFromTarget' as never, hear as never);
      });
      await send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params: {} }) });
      last = await answered;
    }
    return last as T;
  } finally {
    await browser.detach();
  }
}
