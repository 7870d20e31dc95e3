import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Row } from '../library/types';
import { date, day, number, t } from '../locale';
import type { Tag } from '../paper/paper';
import { ignoreClosed } from '../ui/library/ignore-closed';
import { EmptyState } from '../ui/search/empty';
import { tagColor, tagColors } from '../ui/tags/tag-color';
import type { Tags } from '../ui/tags/use-tags';
import { Plot, type PlotSeries } from './plot';
import { tagMonths, weeks } from './series';

/** Rows read at a time, so that the page stays responsive. */
const batch = 1000;

/** The rows of the whole library; undefined until they were read. */
function useAllRows(library: Library): readonly Row[] | undefined {
  const [rows, setRows] = useState<readonly Row[]>();
  useEffect(() => {
    let isLive = true;
    const read = async () => {
      const { numbers } = await library.find('');
      const all: Row[] = [];
      for (let at = 0; isLive && at < numbers.length; at += batch) {
        all.push(...(await library.rows(numbers.subarray(at, at + batch))));
      }
      if (isLive) setRows(all);
    };
    ignoreClosed(read());
    return () => {
      isLive = false;
    };
  }, [library]);
  return rows;
}

/** The colour of a tag in a plot: its own unless another tag has it, as nested tags do; then one that is free. */
function freeColor(tag: Tag, taken: Set<string>): string {
  const others = Array.from({ length: tagColors }, (_, color) => tagColor({ ...tag, color }));
  const own = tagColor(tag);
  const free = [own, ...others].find((color) => !taken.has(color)) ?? own;
  taken.add(free);
  return free;
}

/** Plots of what was saved and read over time, each also available as a table. */
export function Overview({ library, tags }: { library: Library; tags: Tags }) {
  const rows = useAllRows(library);
  if (!rows) return <section class="middle overview" aria-busy="true" />;
  if (rows.length === 0)
    return (
      <section class="middle">
        <EmptyState title={t('uiEmptyTitle')} />
      </section>
    );
  const byWeek = weeks(rows, Date.now());
  const { months, tags: byTag } = tagMonths(rows, Date.now());
  const read: PlotSeries[] = [
    { name: t('shelfPlotSaved'), color: 'var(--accent)', values: byWeek.map((week) => week.saved) },
    { name: t('statusRead'), color: 'var(--ok)', values: byWeek.map((week) => week.read) },
  ];
  const taken = new Set<string>();
  const tagged = byTag.flatMap(({ id, months: values }): PlotSeries[] => {
    const tag = tags.byId.get(id);
    return tag ? [{ name: tag.name, color: freeColor(tag, taken), values }] : [];
  });
  return (
    <section class="middle overview" aria-label={t('shelfOverview')}>
      <h2>{t('shelfOverview')}</h2>
      <p class="hint">{t('shelfOverviewOf', number(rows.length))}</p>
      <Plot
        title={t('shelfPlotWeeks')}
        at={byWeek.map((week) => day(week.from))}
        heading={t('shelfWeekOf')}
        series={read}
      />
      {tagged.length > 0 && (
        <Plot
          title={t('shelfPlotTags')}
          at={months.map((month) => date(month, { year: 'numeric', month: 'short' }))}
          heading={t('shelfMonth')}
          series={tagged}
        />
      )}
    </section>
  );
}
