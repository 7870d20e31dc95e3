import type { ComponentChildren } from 'preact';
import { t } from '../../locale';
import { isWeb } from '../../paper/addresses';
import type { Paper } from '../../paper/paper';
import { repositoryName } from '../../paper/repositories';
import { Icon, type IconName } from '../kit/icons';
import { linksOf, pageOf, pdfOf } from './paper-links';

function OutgoingLink({ address, icon, children }: { address: string; icon: IconName; children: ComponentChildren }) {
  return (
    <a class="btn ghost" href={address} target="_blank" rel="noreferrer">
      <Icon name={icon} />
      <span class="name">{children}</span>
    </a>
  );
}

/** Links to where the paper can be read, the PDF first, and to its code, project and data. */
export function OutgoingLinks({ paper }: { paper: Paper }) {
  const linked = { ...paper.facts, ids: paper.ids };
  const [page, pdf] = [pageOf(linked), pdfOf(linked)];
  const { abs, openPdf: open } = linked.links ?? {};
  return (
    <>
      {pdf && (
        <OutgoingLink address={pdf} icon="pdf">
          PDF
        </OutgoingLink>
      )}
      {page && (
        <OutgoingLink address={page} icon="external">
          {t('uiPage')}
        </OutgoingLink>
      )}
      {abs && abs !== page && (
        <OutgoingLink address={abs} icon="external">
          arXiv
        </OutgoingLink>
      )}
      {isWeb(open) && open !== pdf && (
        <OutgoingLink address={open} icon="pdf">
          {t('uiOpenPdf')}
        </OutgoingLink>
      )}
      {linksOf(linked, 'code').map((address) => (
        <OutgoingLink key={address} address={address} icon="code">
          {repositoryName(address)}
        </OutgoingLink>
      ))}
      {[...linksOf(linked, 'project'), ...linksOf(linked, 'data')].map((address) => (
        <OutgoingLink key={address} address={address} icon="external">
          {new URL(address).hostname.replace(/^www\./, '')}
        </OutgoingLink>
      ))}
    </>
  );
}
