import { number, t } from '../locale';

/** A series of counts over time. */
export interface PlotSeries {
  name: string;
  /** CSS colour. */
  color: string;
  /** One value for each position on the axis. */
  values: readonly number[];
}

interface PlotProps {
  title: string;
  /** Labels of the positions on the axis. */
  at: readonly string[];
  /** Heading of the column with these labels in the table. */
  heading: string;
  series: readonly PlotSeries[];
}

const [width, height] = [640, 140];

/** Bars side by side at each position. Hidden from assistive tools: the table below holds the same values. */
function Bars({ at, series }: Pick<PlotProps, 'at' | 'series'>) {
  const top = Math.max(1, ...series.flatMap(({ values }) => values));
  const slot = width / at.length;
  const bar = Math.max(1, (slot - 4) / series.length);
  return (
    <div class="bars" aria-hidden="true">
      <p>{number(top)}</p>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {series.map(({ name, color, values }, i) =>
          values.map((value, place) => {
            const tall = (value / top) * height;
            return (
              <rect
                key={`${name} ${at[place]}`}
                x={place * slot + 2 + i * bar}
                y={height - tall}
                width={Math.max(1, bar - 1)}
                height={tall}
                style={{ fill: color }}
              >
                <title>{`${at[place]} · ${name}: ${number(value)}`}</title>
              </rect>
            );
          }),
        )}
      </svg>
      <p>
        <span>{at[0]}</span>
        <span>{at.at(-1)}</span>
      </p>
    </div>
  );
}

/** Counts over time as bars with a legend, and as a table on demand. */
export function Plot({ title, at, heading, series }: PlotProps) {
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <ul class="plot-key">
        {series.map(({ name, color }) => (
          <li key={name}>
            <i class="dot" style={{ '--dot': color }} />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <Bars at={at} series={series} />
      <details>
        <summary>{t('shelfAsTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {series.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {at.map((place, i) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{number(values[i] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
