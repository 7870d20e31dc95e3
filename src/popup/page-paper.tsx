import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locale';
import { plainText } from '../paper/tex/plain-text';
import { IconButton } from '../ui/kit/icon-button';
import { StatusControl } from '../ui/kit/status-control';
import { NoteEditor } from '../ui/paper/note-editor';
import { authorsLine } from '../ui/paper/paper-words';
import { usePaper } from '../ui/paper/use-paper';
import { useSuggestedTags } from '../ui/paper/use-suggested-tags';
import { SuggestedTags } from '../ui/tags/suggested-tags';
import { TagInput } from '../ui/tags/tag-input';
import { useRecentTags } from '../ui/tags/use-recent-tags';
import { openPage } from './open-page';
import type { PageActions } from './use-page-actions';
import type { PopupState } from './use-popup';

interface PagePaperProps {
  popup: PopupState;
  /** The paper whose own page is in front. */
  n: number;
  actions: PageActions;
}

/** Tags offered below the field: as many as one line holds. What is cut off would still take the focus. */
const maxRecent = 3;

/** The saved paper whose own page is in front: status, star, tags and note. The tag field has the focus once it was saved here. */
export function PagePaper({ popup, n, actions }: PagePaperProps) {
  const { surface, library } = popup;
  const { tags, changes } = surface;
  const paper = usePaper(library, n);
  const recent = useRecentTags(tags.complete);
  const suggestions = useSuggestedTags(library, paper);
  const place = useRef<HTMLDivElement>(null);
  const isFresh = actions.saved !== undefined;
  useLayoutEffect(() => {
    if (paper && isFresh) place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, [paper !== undefined, isFresh]);
  if (!paper) return <div class="here-waiting" />;
  const { facts, status, starredAt } = paper;
  const own = changes.ofShown(n);
  const names = paper.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
  const offered = new Set([...names, ...suggestions.map(({ tag }) => tag)]);
  return (
    <div class="here-paper" ref={place}>
      <p class="here-title" title={plainText(facts.title)}>
        <bdi>{plainText(facts.title)}</bdi>
      </p>
      <p class="here-authors">
        <bdi>{authorsLine(facts)}</bdi>
      </p>
      <div class="here-acts">
        <StatusControl status={status} label={t('uiStatusOf', facts.title)} onChange={(to) => void own.setStatus(to)} />
        <IconButton
          name={t('uiStar')}
          icon="star"
          filled={starredAt !== undefined}
          aria-pressed={starredAt !== undefined}
          onClick={() => void own.setStarred(starredAt === undefined)}
        />
        <span class="space" />
        {isFresh && (
          <button type="button" class="link" onClick={actions.undoSave}>
            {t('popupHereUndo')}
          </button>
        )}
        <button
          type="button"
          class="link"
          onClick={() => void openPage('shelf', `#paper=${encodeURIComponent(paper.key)}`)}
        >
          {t('popupHereOpen')}
        </button>
      </div>
      <TagInput
        tags={names}
        label={t('uiTagsOf', facts.title)}
        complete={tags.complete}
        colorOf={tags.colorOf}
        recent={recent.filter(({ name }) => !offered.has(name)).slice(0, maxRecent)}
        onChange={(now) => void own.setTags(now)}
      />
      <SuggestedTags
        suggestions={suggestions}
        tags={names}
        onAdd={(tag) => void own.setTags([...names, tag])}
        onRefuse={(tag) => void own.refuseTag(tag)}
      />
      <NoteEditor
        n={n}
        note={paper.note ?? ''}
        title={facts.title}
        draft={popup.draft}
        isWanted={false}
        rows={1}
        onDraft={popup.setDraft}
        onSave={own.setNote}
        onLeave={() => undefined}
      />
    </div>
  );
}
