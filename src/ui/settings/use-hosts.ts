import { useEffect } from 'preact/hooks';
import browser from '../../messages/browser';
import * as settings from '../../settings';

/** Calls `read` at once, and after each change of the host permissions or the settings. */
export function useHosts(read: () => void): void {
  useEffect(() => {
    read();
    const { onAdded, onRemoved } = browser.permissions;
    for (const event of [onAdded, onRemoved]) event.addListener(read);
    const stop = settings.onChange(read);
    return () => {
      for (const event of [onAdded, onRemoved]) event.removeListener(read);
      stop();
    };
  }, [read]);
}
