import { readFileSync } from 'node:fs';
import { vi } from 'vitest';

/** Gives `locale.ts` the messages of a language, as the browser would: by key, `$1` to `$9` filled in. */
export function stubMessages(language: 'en' | 'zh_CN' = 'en'): void {
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync(`src/public/_locales/${language}/messages.json`, 'utf8'),
  );
  const getMessage = (key: string, values: string | string[] = []) =>
    messages[key]?.message.replace(/\$(\d)/g, (_, n) => [values].flat()[Number(n) - 1] ?? '') ?? '';
  vi.stubGlobal('chrome', { ...(globalThis as { chrome?: object }).chrome, i18n: { getMessage } });
}
