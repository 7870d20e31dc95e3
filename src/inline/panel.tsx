import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale';
import type { Links } from '../paper/paper';
import { repositoryName } from '../paper/repositories';
import { plainText } from '../paper/tex/plain-text';
import { IconButton } from '../ui/kit/icon-button';
import { Icon } from '../ui/kit/icons';
import { StatusControl } from '../ui/kit/status-control';
import { SuggestedTags } from '../ui/tags/suggested-tags';
import { TagInput } from '../ui/tags/tag-input';
import { useRecentTags } from '../ui/tags/use-recent-tags';
import { completions, recentTags } from './completions';
import { PanelNote } from './panel-note';
import { type PanelClaim, usePanelPaper } from './use-panel-paper';
import { useSuggestions } from './use-suggestions';

function PaperLinks({ links }: { links: Links }) {
  const named: [string, string | undefined][] = [
    ['PDF', links.pdf],
    ['arXiv', links.abs],
    ...(links.code ?? []).map((url): [string, string] => [repositoryName(url), url]),
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

/**
 * Moves the paper to the trash. Asks a second time at another place: a page may lure one press onto a button that it covers just
 * before, which no browser tells in time.
 */
function RemoveButton({ onRemove }: { onRemove(): void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" class="btn ghost" onClick={() => setAsking(true)}>
        {t('panelRemove')}
      </button>
    );
  }
  return (
    <button type="button" class="btn ghost second" onClick={onRemove} ref={(button) => button?.focus()}>
      {t('panelRemoveSure')}
    </button>
  );
}

interface PanelProps {
  claim: PanelClaim;
  /** Registers a function that is called when the paper was changed elsewhere. */
  onChanged(listener: () => void): void;
  onClose(): void;
}

/** The panel of a saved paper: tags, status, star, note and links. */
export function Panel({ claim, onChanged, onClose }: PanelProps) {
  const title = plainText(claim.title);
  const paper = usePanelPaper({ claim, onChanged, onGone: onClose });
  return (
    <main class="panel" aria-label={title}>
      <h1 title={title}>{title}</h1>
      {paper.problem !== undefined && (
        <p class="problem" role="alert">
          {paper.problem}
        </p>
      )}
      {paper.isRemoved ? <Removed {...paper} title={title} /> : <Fields {...{ claim, paper, onClose }} />}
    </main>
  );
}

/** What is shown once the paper was moved to the trash. */
function Removed({ title, restore }: { title: string; restore(): void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div class="row said" role="status">
      {t('panelRemoved', title)}
      <button type="button" class="link end" ref={undo} onClick={restore}>
        {t('panelUndo')}
      </button>
    </div>
  );
}

interface FieldsProps extends Pick<PanelProps, 'claim' | 'onClose'> {
  paper: ReturnType<typeof usePanelPaper>;
}

function Fields({ claim: { title, saved, links, draft }, paper, onClose }: FieldsProps) {
  const { mark } = paper;
  const recent = useRecentTags(completions);
  const [suggestions, leaveOut] = useSuggestions(mark.key);
  return (
    <>
      {saved !== undefined && (
        <div class="row said">
          <Icon name="bookmark" filled />
          {t('panelSaved')}
          <button type="button" class="link end" onClick={async () => (await paper.undoSave(saved)) && onClose()}>
            {t('panelUndo')}
          </button>
        </div>
      )}
      <TagInput
        tags={mark.tags}
        complete={completions}
        recent={recent.filter(({ name }) => !suggestions.some(({ tag }) => tag === name)).slice(0, recentTags)}
        label={t('panelTags', title)}
        onChange={paper.setTags}
        onEscape={onClose}
      />
      <SuggestedTags
        suggestions={suggestions}
        tags={mark.tags}
        onAdd={(tag) => void paper.setTags([...mark.tags, tag])}
        onRefuse={(tag) => {
          leaveOut(tag);
          void paper.refuseTag(tag);
        }}
      />
      <div class="row">
        <StatusControl status={mark.status} label={t('panelStatus', title)} onChange={paper.setStatus} />
        <Star isOn={mark.starred} title={title} onChange={paper.setStarred} />
      </div>
      <PanelNote
        paper={mark.key}
        note={mark.note ?? ''}
        label={t('panelNoteOf', title)}
        draft={draft}
        onSave={paper.setNote}
      />
      <PaperLinks links={links} />
      <div class="row foot">
        <RemoveButton onRemove={paper.remove} />
        <button type="button" class="btn ghost end" onClick={paper.openLibrary}>
          {t('panelLibrary')}
        </button>
      </div>
    </>
  );
}
