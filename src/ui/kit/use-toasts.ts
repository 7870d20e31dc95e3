import { useCallback, useRef, useState } from 'preact/hooks';

/** A short message at the foot of a surface. */
export interface Toast {
  id: number;
  text: string;
  /** Errors stay until they are dismissed; other toasts disappear after a while. */
  isError: boolean;
  action?: { label: string; run(): void };
}

/** The toasts shown now: at most one error and one other. A new one replaces the old one of its kind. */
export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((each) => each.id !== id)), []);
  const show = useCallback(
    (text: string, options: { isError?: boolean; action?: NonNullable<Toast['action']> } = {}) => {
      const { isError = false, action } = options;
      last.current += 1;
      const toast: Toast = { id: last.current, text, isError, ...(action && { action }) };
      setToasts((all) => [...all.filter((each) => each.isError !== isError), toast]);
    },
    [],
  );
  return { toasts, show, dismiss };
}

/** Shows a toast. */
export type ShowToast = ReturnType<typeof useToasts>['show'];
