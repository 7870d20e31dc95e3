import type { Library } from '../library/library';
import { t } from '../locale';
import { Toasts } from '../ui/kit/toast';
import { SearchField } from '../ui/search/search-field';
import { BackupOffer } from '../ui/surface/backup-offer';
import { DataLossNotice } from '../ui/surface/data-loss-notice';
import { Selected } from '../ui/surface/selected';
import { SurfaceDialogs } from '../ui/surface/surface-dialogs';
import { FacetFilters } from './facet-filters';
import { Footer } from './footer';
import { Papers } from './papers';
import { SiteOffer } from './site-offer';
import { ThisPage } from './this-page';
import { UnparsedNotice } from './unparsed-notice';
import { usePageActions } from './use-page-actions';
import { usePageInFront } from './use-page-in-front';
import { type PopupSession, type PopupState, usePopup } from './use-popup';

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
        problems={list.results?.found.problems ?? []}
        hint={surface.keys.search}
        hasRows={list.numbers.length > 0}
        onInput={ask}
        onDown={list.current.focus}
      />
      {list.results && list.results.size > 0 && (
        <FacetFilters query={query} results={list.results} tags={surface.tags} onQuery={ask} />
      )}
    </>
  );
}

/** What can be done: with what is selected, else with what is shown. */
function Bar({ popup: { surface, query } }: { popup: PopupState }) {
  const { list, setDialog } = surface;
  if (list.selection.selected.length > 0) return <Selected surface={surface} />;
  return (
    <Footer
      shown={list.numbers.length}
      size={list.results?.size}
      isFiltered={query.trim() !== ''}
      onExport={() => setDialog({ kind: 'export', papers: Array.from(list.numbers) })}
      onHelp={() => setDialog({ kind: 'keys' })}
    />
  );
}

/** Quick look, quick find, quick tag, quick export. */
export function Popup({ library, stored }: { library: Library; stored: Partial<PopupSession> }) {
  const popup = usePopup(library, stored);
  const { surface } = popup;
  const [inFront, look] = usePageInFront(library);
  const act = usePageActions(inFront, look, surface);
  return (
    <main class="popup">
      <h1 class="unseen">{t('extensionName')}</h1>
      <DataLossNotice library={library} />
      <BackupOffer surface={surface} />
      <SiteOffer />
      {inFront?.report && <UnparsedNotice report={inFront.report} onCopy={surface.copyWords} onReadAny={act.readAny} />}
      <ThisPage inFront={inFront} onShow={popup.show} onSave={act.save} onDraw={act.draw} />
      <Find popup={popup} />
      <Papers popup={popup} />
      <Bar popup={popup} />
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      <SurfaceDialogs surface={surface} works={popup.works} />
    </main>
  );
}
