import type { CitationStyle } from '../../formats/cite';
import { t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { lacks } from '../../services/arxiv/complete';
import { isAskable } from '../../services/lookup/services';
import { IconButton } from '../kit/icon-button';
import { StatusControl } from '../kit/status-control';
import type { Changes } from '../library/use-changes';
import { TagInput } from '../tags/tag-input';
import type { Tags } from '../tags/use-tags';
import { Abstract } from './abstract';
import { CompleteButton } from './complete';
import type { CopyKind } from './copy';
import { CopyMenu } from './copy-menu';
import { Credits } from './credits';
import { LookupButton } from './lookup-button';
import { type NoteDraft, NoteEditor } from './note-editor';
import type { OnQuery } from './note-text';
import { OutgoingLinks } from './outgoing-links';
import { Publication } from './publication';

export interface PaperDetailsProps {
  paper: Paper;
  tags: Tags;
  words: readonly string[];
  changes: Changes;
  draft: NoteDraft | undefined;
  onDraft(draft: NoteDraft | undefined): void;
  /** Whether the note is to take the focus: its key was pressed. */
  isNoteWanted: boolean;
  onNoteLeft(): void;
  /** Whether the note is shown as rendered Markdown until it is edited. */
  hasPreview?: boolean;
  /** Searches the library, where links of the note do. */
  onQuery?: OnQuery | undefined;
  onCopy(kind: CopyKind, style?: CitationStyle): void;
  onRemove(): void;
}

/** Everything about a paper: authors, links and copying, then what can be changed (tags, status, note), then the abstract. */
export function PaperDetails(props: PaperDetailsProps) {
  const { paper, tags, words, changes } = props;
  const { n, facts, status } = paper;
  const own = changes.ofShown(n);
  const names = paper.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
  return (
    <div class="details">
      <Credits key={n} paper={paper} words={words} />
      <Publication paper={paper} />
      {isAskable(paper.ids) && (
        <p class="credits">
          <LookupButton numbers={[n]} changes={changes} />
        </p>
      )}
      {lacks(paper) && (
        <p class="lacking">
          {t(facts.authors?.length ? 'completeLacksSome' : 'completeLacksNames')}{' '}
          <CompleteButton numbers={[n]} changes={changes} />
        </p>
      )}
      <div class="out">
        <OutgoingLinks paper={paper} />
        <CopyMenu onCopy={props.onCopy} />
      </div>
      <TagInput
        tags={names}
        label={t('uiTagsOf', facts.title)}
        complete={tags.complete}
        colorOf={tags.colorOf}
        onChange={(now) => void own.setTags(now)}
      />
      <div class="details-bar">
        <StatusControl status={status} label={t('uiStatusOf', facts.title)} onChange={(to) => void own.setStatus(to)} />
        <IconButton
          name={t('uiStar')}
          icon="star"
          filled={paper.starredAt !== undefined}
          aria-pressed={paper.starredAt !== undefined}
          onClick={() => void own.setStarred(paper.starredAt === undefined)}
        />
        <IconButton name={t('uiRemove')} icon="trash" onClick={props.onRemove} />
      </div>
      <NoteEditor
        n={n}
        note={paper.note ?? ''}
        title={facts.title}
        draft={props.draft}
        isWanted={props.isNoteWanted}
        hasPreview={props.hasPreview ?? false}
        onQuery={props.onQuery}
        onDraft={props.onDraft}
        onSave={(note) => own.setNote(note)}
        onLeave={props.onNoteLeft}
      />
      <Abstract paper={paper} words={words} />
    </div>
  );
}
