import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale';

/** Whether files are being dragged, as opposed to papers, tags or text. */
const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Takes a file that is dropped anywhere on the page, and says so while one is dragged over it. Not while a dialog is open. */
export function FileDrop({ onFile }: { onFile(file: File): void }) {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const isTaken = (event: DragEvent) => hasFiles(event) && !document.querySelector('dialog[open]');
    const over = (event: DragEvent) => {
      if (!isTaken(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isTaken(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) latest.current(file);
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  return isOver ? <p class="file-drop">{t('importDropHere')}</p> : null;
}
