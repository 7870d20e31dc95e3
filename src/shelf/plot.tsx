import { number, t } from '../locale';

export interface PlotSeries {
  name: string;
  /** CSS colour. */
  color: string;
  /** One a place on the axis. */
  values: readonly number[];
}

interface PlotProps {
  title: string;
  /** What stands at each place of the axis, in words. */
  at: readonly string[];
  /** What those are called in the table. */
  heading: string;
  series: readonly PlotSeries[];
}

const [width, height, foot] = [640, 140, 20];

/** Bars side by side at each place. For the eye: the table below says the same to everyone. */
function Bars({ at, series }: Pick<PlotProps, 'at' | 'series'>) {
  const top = Math.max(1, ...series.flatMap(({ values }) => values));
  const slot = width / at.length;
  const bar = Math.max(1, (slot - 4) / series.length);
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${height + foot}`} aria-hidden="true">
      <line x1="0" x2={width} y1={height} y2={height} />
      {series.map(({ name, color, values }, i) =>
        values.map((value, place) => {
          const tall = (value / top) * (height - 14);
          return (
            <rect
              key={`${name} ${at[place]}`}
              x={place * slot + 2 + i * bar}
              y={height - tall}
              width={Math.max(1, bar - 1)}
              height={tall}
              rx="1"
              style={{ fill: color }}
            >
              <title>{`${at[place]} · ${name}: ${number(value)}`}</title>
            </rect>
          );
        }),
      )}
      <text x="0" y="10">
        {number(top)}
      </text>
      <text x="0" y={height + 15}>
        {at[0]}
      </text>
      <text x={width} y={height + 15} text-anchor="end">
        {at.at(-1)}
      </text>
    </svg>
  );
}

/** Counts over time as bars, with a key, and as a table on demand. */
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
