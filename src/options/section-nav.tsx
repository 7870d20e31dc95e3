import { useEffect, useState } from 'preact/hooks';
import { t } from '../locale';
import { type SectionName, sectionTitles } from './section';

const names = Object.keys(sectionTitles) as SectionName[];

/** How far below the upper edge of the window the section begins that one reads, px. */
const readingLine = 120;

/** The section at the upper edge of the window; the last one at the end of the page. */
function sectionInView(): SectionName | undefined {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1) return names.at(-1);
  return names.findLast((name) => {
    const section = document.getElementById(name);
    return section !== null && section.getBoundingClientRect().top < readingLine;
  });
}

/** The section in view, followed while the page scrolls. */
function useSectionInView(isReady: boolean): SectionName | undefined {
  const [inView, setInView] = useState<SectionName>();
  useEffect(() => {
    if (!isReady) return;
    const look = () => setInView(sectionInView());
    // The address names a section before the sections are drawn.
    document.getElementById(location.hash.slice(1))?.scrollIntoView?.();
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [isReady]);
  return inView;
}

/** Links to the sections of the options. `isReady`: the sections are drawn. */
export function SectionNav({ isReady }: { isReady: boolean }) {
  const inView = useSectionInView(isReady);
  return (
    <nav class="section-nav" aria-label={t('optionsSections')}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === inView ? 'true' : undefined}>
              {t(sectionTitles[name])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
