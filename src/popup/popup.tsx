import type { Library } from '../library/library';
import { t } from '../locale';
import { Toasts } from '../ui/kit/toast';
import { SearchField } from '../ui/search/search-field';
import { backupNotice } from '../ui/surface/backup-notice';
import { DataLossNotice } from '../ui/surface/data-loss-notice';
import { SelectionBar } from '../ui/surface/selection-bar';
import { SurfaceDialogs } from '../ui/surface/surface-dialogs';
import { FacetFilters } from './facet-filters';
import { Footer } from './footer';
import { Papers } from './papers';
import { popupCommands } from './popup-commands';
import { SiteOffer } from './site-offer';
import { ThisPage } from './this-page';
import { UnparsedNotice } from './unparsed-notice';
import { usePageActions } from './use-page-actions';
import { usePageInFront } from './use-page-in-front';
import { type PopupSession, type PopupState, usePopup } from './use-popup';

/** The search field, and a button for filters to click. */
function Find({ popup }: { popup: PopupState }) {
  const { surface, query, ask } = popup;
  const { list } = surface;
  return (
    <div class="find">
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
    </div>
  );
}

/** The actions on the selection or, without one, on the list. */
function ActionBar({ popup: { surface, query } }: { popup: PopupState }) {
  const { list, setDialog } = surface;
  if (list.selection.selected.length > 0) return <SelectionBar surface={surface} />;
  return (
    <Footer
      shown={list.numbers.length}
      size={list.results?.size}
      isFiltered={query.trim() !== ''}
      isBackupDue={backupNotice(surface.settings, list.results?.size ?? 0) !== undefined}
      onExport={() => setDialog({ kind: 'export', papers: Array.from(list.numbers) })}
      onHelp={() => setDialog({ kind: 'keys' })}
    />
  );
}

/** The popup of the toolbar icon: the page in front, search, and the papers found. */
export function Popup({ library, stored }: { library: Library; stored: Partial<PopupSession> }) {
  const popup = usePopup(library, stored);
  const { surface } = popup;
  const [inFront, refresh] = usePageInFront(library);
  const actions = usePageActions(inFront, refresh, surface);
  return (
    <main class="popup">
      <h1 class="unseen">{t('extensionName')}</h1>
      <DataLossNotice library={library} />
      <SiteOffer />
      {inFront?.report && (
        <UnparsedNotice report={inFront.report} onCopy={surface.copyText} onReadAny={actions.readAny} />
      )}
      <ThisPage popup={popup} inFront={inFront} actions={actions} />
      <Find popup={popup} />
      <Papers popup={popup} />
      <ActionBar popup={popup} />
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      <SurfaceDialogs
        surface={surface}
        actions={popup.actions}
        query={popup.query}
        onQuery={popup.ask}
        onPaper={popup.show}
        {...popupCommands(inFront, actions)}
      />
    </main>
  );
}
