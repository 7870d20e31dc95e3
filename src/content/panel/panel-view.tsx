import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale';
import { send } from '../../messages/transport';
import type { Completion } from '../../paper/marks';
import type { Links } from '../../paper/paper';
import { IconButton } from '../../ui/kit/icon-button';
import { Icon } from '../../ui/kit/icons';
import { StatusControl } from '../../ui/kit/status-control';
import { TagInput } from '../../ui/tags/tag-input';
import type { Opening } from '../core/injected-scripts';
import { codeName } from '../core/missing-facts';
import type { PageScript } from '../core/page-script';
import { PanelNote } from './panel-note';
import type { PanelPaper } from './panel-paper';
import { usePanelPaper } from './use-panel-paper';

/** Number of recent tags offered below the field. */
const recentTags = 5;

function useRecent(): readonly Completion[] {
  const [recent, setRecent] = useState<readonly Completion[]>([]);
  useEffect(() => {
    // If this fails, tags can still be typed.
    send('complete', '').then(
      (tags) => setRecent(tags.slice(0, recentTags)),
      () => undefined,
    );
  }, []);
  return recent;
}

function PaperLinks({ links = {} }: { links: Links | undefined }) {
  const named: [string, string | undefined][] = [
    ['PDF', links.pdf],
    ['arXiv', links.abs],
    ...(links.code ?? []).map((url): [string, string] => [codeName(url), url]),
  ];
  const given = named.filter((link): link is [string, string] => /^https?:/.test(link[1] ?? ''));
  if (given.length === 0) return null;
  return (
    <div class="links">
      {given.map(([name, url]) => (
        <a key={url} class="link" href={url} target="_blank" rel="noopener noreferrer" title={url}>
          {name}
        </a>
      ))}
    </div>
  );
}

function Star({ isOn, title, onChange }: { isOn: boolean; title: string; onChange(isOn: boolean): void }) {
  return (
    <IconButton
      name={t('panelStar', title)}
      hint={t(isOn ? 'panelStarred' : 'panelStarIt')}
      icon="star"
      filled={isOn}
      class="end"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    />
  );
}

export interface PanelViewProps {
  page: PageScript;
  paper: PanelPaper;
  opening: Opening;
  draft: { text?: string };
  onClose(): void;
}

/** The panel of a saved paper: tags, status, star, note and links. */
export function PanelView({ page, paper, opening, draft, onClose }: PanelViewProps) {
  const { title, facts } = paper;
  const { mark, ...actions } = usePanelPaper(page, paper);
  const recent = useRecent();
  const { saved } = opening;
  return (
    <>
      {saved !== undefined && (
        <div class="row said">
          <Icon name="bookmark" filled />
          {t('panelSaved')}
          <button type="button" class="link end" onClick={() => actions.undo(saved)}>
            {t('panelUndo')}
          </button>
        </div>
      )}
      <TagInput
        tags={mark.tags}
        complete={(text) => send('complete', text)}
        recent={recent}
        label={t('panelTags', title)}
        onChange={actions.setTags}
        onEscape={onClose}
      />
      <div class="row">
        <StatusControl status={mark.status} label={t('panelStatus', title)} onChange={actions.setStatus} />
        <Star isOn={mark.starred} title={title} onChange={actions.setStarred} />
      </div>
      <PanelNote note={mark.note ?? ''} label={t('panelNoteOf', title)} onSave={actions.setNote} draft={draft} />
      <PaperLinks links={facts.links} />
      <div class="row foot">
        <button type="button" class="btn ghost" onClick={actions.remove}>
          {t('panelRemove')}
        </button>
        <button type="button" class="btn ghost end" onClick={actions.openLibrary}>
          {t('panelLibrary')}
        </button>
      </div>
    </>
  );
}
