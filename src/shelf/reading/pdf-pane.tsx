import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { plainText } from '../../paper/tex/plain-text';
import { pdfOf } from '../../ui/paper/paper-links';

interface PdfPaneProps {
  paper: Paper;
  /** Whether a PDF at this address may be shown here. */
  mayFrame(pdf: string): Promise<boolean>;
}

/** The PDF of a paper, in the browser's own viewer; where it may not be shown here, a link that opens it in a tab. */
export function PdfPane({ paper, mayFrame }: PdfPaneProps) {
  const pdf = pdfOf({ ...paper.facts, ids: paper.ids });
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    let isLive = true;
    setShown(undefined);
    if (pdf !== undefined) void mayFrame(pdf).then((may) => isLive && may && setShown(pdf));
    return () => {
      isLive = false;
    };
  }, [pdf]);
  return (
    <section class="reading-pdf" aria-label="PDF">
      {shown !== undefined && (
        <iframe src={shown} title={t('readingPdfOf', plainText(paper.facts.title))} referrerpolicy="no-referrer" />
      )}
      <p class="reading-pdf-foot">
        {pdf === undefined ? (
          t('readingPdfNone')
        ) : (
          <a href={pdf} target="_blank" rel="noreferrer">
            {t('readingPdfTab')}
          </a>
        )}
      </p>
    </section>
  );
}
