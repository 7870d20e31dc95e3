import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type CitationStyle, citationStyles, styleNames } from '../../formats/cite';
import { number, t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { lacks } from '../../services/arxiv/complete';
import { IconButton } from '../kit/icon-button';
import { Icon, type IconName } from '../kit/icons';
import { StatusControl } from '../kit/status-control';
import type { Changes } from '../library/use-changes';
import { useSettings } from '../settings/use-settings';
import { TagInput } from '../tags/tag-input';
import type { Tags } from '../tags/use-tags';
import { Complete } from './complete';
import type { CopyKind } from './copy';
import { Highlight } from './highlight';
import { type NoteDraft, NoteEditor } from './note-editor';
import { linksOf, pageOf, pdfOf } from './paper-links';
import { publishedWords, repositoryName } from './paper-words';

export interface PaperDetailsProps {
  paper: Paper;
  tags: Tags;
  words: readonly string[];
  changes: Changes;
  draft: NoteDraft | undefined;
  onDraft(draft: NoteDraft | undefined): void;
  /** Whether the keyboard asked for the note. */
  isNoteWanted: boolean;
  onNoteLeft(): void;
  /** Whether the note is shown drawn until one edits it. */
  hasPreview?: boolean;
  onCopy(kind: CopyKind, style?: CitationStyle): void;
  onRemove(): void;
}

function Out({ address, icon, children }: { address: string; icon: IconName; children: ComponentChildren }) {
  return (
    <a class="btn ghost" href={address} target="_blank" rel="noreferrer">
      <Icon name={icon} />
      <span class="name">{children}</span>
    </a>
  );
}

/** Where the paper can be read, and what belongs to it. */
export function PaperLinks({ paper }: { paper: Paper }) {
  const linked = { ...paper.facts, ids: paper.ids };
  const [page, pdf] = [pageOf(linked), pdfOf(linked)];
  const abs = linked.links?.abs;
  return (
    <div class="out">
      {page && (
        <Out address={page} icon="external">
          {t('uiPage')}
        </Out>
      )}
      {abs && abs !== page && (
        <Out address={abs} icon="external">
          arXiv
        </Out>
      )}
      {pdf && (
        <Out address={pdf} icon="pdf">
          PDF
        </Out>
      )}
      {linksOf(linked, 'code').map((address) => (
        <Out key={address} address={address} icon="code">
          {repositoryName(address)}
        </Out>
      ))}
      {[...linksOf(linked, 'project'), ...linksOf(linked, 'data')].map((address) => (
        <Out key={address} address={address} icon="external">
          {new URL(address).hostname.replace(/^www\./, '')}
        </Out>
      ))}
    </div>
  );
}

const copies = [
  ['citation', 'uiCopyCitation'],
  ['bibtex', 'uiCopyBibtex'],
  ['markdown', 'uiCopyMarkdown'],
  ['link', 'uiCopyLink'],
] as const;

/** What can be copied of one paper; a citation in the style chosen, which stays chosen. */
export function CopyButtons({ onCopy }: { onCopy(kind: CopyKind, style?: CitationStyle): void }) {
  const { values, change } = useSettings();
  const choose = (value: string) => {
    const citationStyle = citationStyles.find((style) => style === value);
    if (!citationStyle) return;
    change({ citationStyle });
    onCopy('citation', citationStyle);
  };
  return (
    <fieldset class="copies">
      <legend>{t('uiCopy')}</legend>
      <select
        class="field"
        aria-label={t('uiCitationStyle')}
        value={values.citationStyle}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {citationStyles.map((style) => (
          <option key={style} value={style}>
            {styleNames[style]}
          </option>
        ))}
      </select>
      {copies.map(([kind, name]) => (
        <button type="button" class="btn ghost" key={kind} onClick={() => onCopy(kind)}>
          {t(name)}
        </button>
      ))}
    </fieldset>
  );
}

function Abstract({ paper, words }: { paper: Paper; words: readonly string[] }) {
  const { abstract } = paper.facts;
  if (abstract === undefined) return <p class="missing">{t('uiAbstractMissing')}</p>;
  return (
    <div class="abstract" dir="auto">
      {abstract.split('\n').map((paragraph) => (
        <p key={paragraph}>
          <Highlight text={paragraph} words={words} />
        </p>
      ))}
    </div>
  );
}

/** More names than these are folded up: a collaboration's would push the abstract out of sight. */
const mostNames = 20;

/** All authors, and the date as precisely as it is known. Each stands in its own direction. */
function Credits({ paper, words }: { paper: Paper; words: readonly string[] }) {
  const [isWhole, setWhole] = useState(false);
  const { authors, authorCount = 0, published, venue } = paper.facts;
  const unnamed = authorCount - (authors?.length ?? 0);
  const isCut = !isWhole && (authors?.length ?? 0) > mostNames;
  return (
    <p class="credits">
      {authors && (
        <bdi>
          <Highlight text={(isCut ? authors.slice(0, mostNames) : authors).join(', ')} words={words} />
        </bdi>
      )}
      {authors && isCut && (
        <>
          {' … '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {t('uiAuthorsAll', number(authors.length))}
          </button>
        </>
      )}
      {authors && unnamed > 0 && ` ${t('uiAuthorsRest', unnamed)}`}
      {venue && (
        <>
          {authors && ' · '}
          <bdi>{venue}</bdi>
        </>
      )}
      {published && `${authors || venue ? ' · ' : ''}${publishedWords(published)}`}
    </p>
  );
}

/** A paper unfolded below its row: what it says, what one made of it, where it leads. */
export function PaperDetails(props: PaperDetailsProps) {
  const { paper, tags, words, changes } = props;
  const { n, facts, status } = paper;
  const names = paper.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
  return (
    <div class="details">
      <div class="details-bar">
        <StatusControl
          status={status}
          label={t('uiStatusOf', facts.title)}
          onChange={(to) => void changes.setStatus([n], to)}
        />
        <IconButton
          name={t('uiStar')}
          icon="star"
          filled={paper.starredAt !== undefined}
          aria-pressed={paper.starredAt !== undefined}
          onClick={() => void changes.setStarred([n], paper.starredAt === undefined)}
        />
        <IconButton name={t('uiRemove')} icon="trash" onClick={props.onRemove} />
      </div>
      <TagInput
        tags={names}
        label={t('uiTagsOf', facts.title)}
        complete={tags.complete}
        colorOf={tags.colorOf}
        onChange={(now) => void changes.setTags(n, now)}
      />
      <NoteEditor
        n={n}
        note={paper.note ?? ''}
        title={facts.title}
        draft={props.draft}
        isWanted={props.isNoteWanted}
        hasPreview={props.hasPreview ?? false}
        onDraft={props.onDraft}
        onSave={(note) => changes.setNote(n, note)}
        onLeave={props.onNoteLeft}
      />
      <Credits key={n} paper={paper} words={words} />
      {lacks(paper) && (
        <p class="lacking">
          {t(facts.authors?.length ? 'completeLacksSome' : 'completeLacksNames')}{' '}
          <Complete numbers={[n]} changes={changes} />
        </p>
      )}
      <Abstract paper={paper} words={words} />
      <PaperLinks paper={paper} />
      <CopyButtons onCopy={props.onCopy} />
    </div>
  );
}
