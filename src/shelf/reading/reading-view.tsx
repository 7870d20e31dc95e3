import { useLayoutEffect } from 'preact/hooks';
import { number, t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { plainText } from '../../paper/tex/plain-text';
import { IconButton } from '../../ui/kit/icon-button';
import { Icon } from '../../ui/kit/icons';
import { StatusControl } from '../../ui/kit/status-control';
import { Abstract } from '../../ui/paper/abstract';
import { CopyMenu } from '../../ui/paper/copy-menu';
import { Credits } from '../../ui/paper/credits';
import { NoteEditor } from '../../ui/paper/note-editor';
import { OutgoingLinks } from '../../ui/paper/outgoing-links';
import { PaperTitle } from '../../ui/paper/paper-title';
import { usePaper } from '../../ui/paper/use-paper';
import { TagInput } from '../../ui/tags/tag-input';
import type { ShelfState } from '../use-shelf';
import { PdfPane } from './pdf-pane';

/** What leads through the papers: where one is, the next, the status. */
function ReadingBar({ shelf, paper }: { shelf: ShelfState; paper: Paper | undefined }) {
  const { reading, surface } = shelf;
  return (
    <header class="reading-bar">
      <button type="button" class="btn ghost reading-back" onClick={reading.close}>
        <Icon name="right" /> {t('shelfBack')}
      </button>
      <span class="reading-place" role="status">
        {t('popupCountOf', number(reading.at), number(reading.of))}
      </span>
      <IconButton name={t('keyPrevious')} icon="up" disabled={reading.at <= 1} onClick={() => reading.move(-1)} />
      <IconButton name={t('keyNext')} icon="down" disabled={reading.at >= reading.of} onClick={() => reading.move(1)} />
      <span class="space" />
      {paper && (
        <>
          <StatusControl
            status={paper.status}
            label={t('uiStatusOf', plainText(paper.facts.title))}
            onChange={(status) => void surface.changes.ofShown(paper.n).setStatus(status)}
          />
          <IconButton
            name={t('uiStar')}
            icon="star"
            filled={paper.starredAt !== undefined}
            aria-pressed={paper.starredAt !== undefined}
            onClick={() => void surface.changes.ofShown(paper.n).setStarred(paper.starredAt === undefined)}
          />
          <button
            type="button"
            class={reading.hasPdf ? 'btn on' : 'btn'}
            aria-pressed={reading.hasPdf}
            onClick={() => void reading.togglePdf()}
          >
            <Icon name="pdf" /> PDF
          </button>
        </>
      )}
    </header>
  );
}

/** What one adds while reading: tags and the note. */
function OwnWords({ shelf, paper }: { shelf: ShelfState; paper: Paper }) {
  const { reading, surface } = shelf;
  const { tags, changes } = surface;
  const own = changes.ofShown(paper.n);
  const title = plainText(paper.facts.title);
  const names = paper.tags.map((id) => tags.byId.get(id)?.name).filter((name) => name !== undefined);
  return (
    <aside class="reading-own" aria-label={t('uiNote')}>
      <TagInput
        tags={names}
        label={t('uiTagsOf', title)}
        complete={tags.complete}
        colorOf={tags.colorOf}
        onChange={(now) => void own.setTags(now)}
      />
      <NoteEditor
        n={paper.n}
        note={paper.note ?? ''}
        title={title}
        draft={shelf.draft}
        isWanted={reading.isNoteWanted}
        hasPreview
        onQuery={shelf.ask}
        rows={8}
        onDraft={shelf.setDraft}
        onSave={(note) => own.setNote(note)}
        onLeave={() => reading.wantNote(false)}
      />
    </aside>
  );
}

/** One paper, large: what it says, one's note beside it, and its PDF on request. Keys lead to the next paper. */
export function ReadingView({ shelf }: { shelf: ShelfState }) {
  const { reading, surface } = shelf;
  const paper = usePaper(surface.library, reading.n);
  const words = surface.list.results?.found.words ?? [];
  // The keys of the page act from the start, and what was focused before lies hidden.
  useLayoutEffect(() => reading.place.current?.focus(), []);
  return (
    <main class={reading.hasPdf ? 'reading-view with-pdf' : 'reading-view'} aria-label={t('readingTitle')}>
      <ReadingBar shelf={shelf} paper={paper} />
      <div class="reading-body">
        <section class="reading-text" ref={reading.place} tabIndex={-1} aria-label={t('shelfPaper')}>
          {paper && (
            <article key={paper.n}>
              <h2 dir="auto">
                <PaperTitle paper={paper} />
              </h2>
              <Credits paper={paper} words={words} />
              <div class="out">
                <OutgoingLinks paper={paper} />
                <CopyMenu onCopy={(kind, style) => surface.copy(kind, paper, style)} />
              </div>
              <Abstract paper={paper} words={words} />
            </article>
          )}
        </section>
        {paper && <OwnWords key={paper.n} shelf={shelf} paper={paper} />}
        {paper && reading.hasPdf && <PdfPane paper={paper} mayFrame={reading.mayFrame} />}
      </div>
    </main>
  );
}
