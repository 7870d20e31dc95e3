import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import { idOfUrl } from '../identity';
import type { Library, Row } from '../library/library';
import { t } from '../locale';
import { reading } from '../ui/reading';
import { StatusWord } from '../ui/status-control';

/** The id of the paper in the tab in front. Its address is known only on the sites we may read, so nothing more is asked for. */
async function paperInFront(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url === undefined ? undefined : idOfUrl(tab.url);
}

interface HereProps {
  library: Library;
  onShow(n: number): void;
}

/** If the tab in front is a paper of the library: its record, one click away. */
export function Here({ library, onShow }: HereProps) {
  const [row, setRow] = useState<Row>();
  useEffect(() => {
    let isLive = true;
    const read = async () => {
      const id = await paperInFront();
      const [paper] = id === undefined ? [] : await library.papers([id]);
      const [found] = paper && paper.removedAt === undefined ? await library.rows([paper.n]) : [];
      if (isLive) setRow(found);
    };
    reading(read());
    const stop = library.onChange(() => reading(read()));
    return () => {
      isLive = false;
      stop();
    };
  }, [library]);
  if (!row) return null;
  return (
    <button type="button" class="here" onClick={() => onShow(row.n)}>
      <span class="here-label">{t('popupHere')}</span>
      <bdi class="here-title">{row.facts.title}</bdi>
      <StatusWord status={row.status} />
    </button>
  );
}
