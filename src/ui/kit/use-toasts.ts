import { useCallback, useRef, useState } from 'preact/hooks';

/** A short message at the foot of a surface. */
export interface Toast {
  id: number;
  text: string;
  /** What went wrong stays until it is dismissed; what was done goes by itself. */
  isError: boolean;
  action?: { label: string; run(): void };
}

/** The message shown at present, at most one: what is new replaces what is old, but a deed never hides an error. */
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
