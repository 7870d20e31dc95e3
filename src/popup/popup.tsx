import type { Library } from '../library/library';
import { t } from '../locale';
import { Toasts } from '../ui/kit/toast';
import { Facets } from '../ui/search/facets';
import { SearchField } from '../ui/search/search-field';
import { BackupOffer } from '../ui/surface/backup-offer';
import { LostLibrary } from '../ui/surface/lost-library';
import { Selected } from '../ui/surface/selected';
import { SurfaceDialogs } from '../ui/surface/surface-dialogs';
import { Foot } from './foot';
import { Here } from './here';
import { Papers } from './papers';
import { SiteOffer } from './site-offer';
import { UnparsedCards } from './unparsed-cards';
import { useActsOnPage } from './use-acts-on-page';
import { useInFront } from './use-in-front';
import { type Kept, type PopupState, usePopup } from './use-popup';

/** Where one types, and the filters that a click sets. */
function Find({ popup }: { popup: PopupState }) {
  const { surface, query, ask } = popup;
  const { list } = surface;
  return (
    <>
      <SearchField
        query={query}
        field={surface.search}
        known={surface.known}
        problems={list.shown?.found.problems ?? []}
        hint={surface.keys.search}
        hasRows={list.numbers.length > 0}
        onInput={ask}
        onDown={list.current.focus}
      />
      {list.shown && list.shown.size > 0 && (
        <Facets query={query} shown={list.shown} tags={surface.tags} onQuery={ask} />
      )}
    </>
  );
}

/** What can be done: with what is selected, else with what is shown. */
function Bar({ popup: { surface, query } }: { popup: PopupState }) {
  const { list, setDialog } = surface;
  if (list.selection.selected.length > 0) return <Selected surface={surface} />;
  return (
    <Foot
      shown={list.numbers.length}
      size={list.shown?.size}
      isFiltered={query.trim() !== ''}
      onExport={() => setDialog({ kind: 'export', papers: Array.from(list.numbers) })}
      onHelp={() => setDialog({ kind: 'keys' })}
    />
  );
}

/** Quick look, quick find, quick tag, quick export. */
export function Popup({ library, kept }: { library: Library; kept: Partial<Kept> }) {
  const popup = usePopup(library, kept);
  const { surface } = popup;
  const [inFront, look] = useInFront(library);
  const act = useActsOnPage(inFront, look, surface);
  return (
    <main class="popup">
      <h1 class="unseen">{t('extensionName')}</h1>
      <LostLibrary library={library} />
      <BackupOffer surface={surface} />
      <SiteOffer />
      {inFront?.report && <UnparsedCards report={inFront.report} onCopy={surface.copyWords} onReadAny={act.readAny} />}
      <Here inFront={inFront} onShow={popup.show} onSave={act.save} onDraw={act.draw} />
      <Find popup={popup} />
      <Papers popup={popup} />
      <Bar popup={popup} />
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      <SurfaceDialogs surface={surface} works={popup.works} />
    </main>
  );
}
