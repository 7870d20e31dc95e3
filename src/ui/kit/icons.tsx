/** Icons on a 16 px grid with a 1.4 px stroke. They are decoration: the control they are in has its own name. */

const shapes = {
  bookmark: 'M4 2.5h8v11L8 10.6 4 13.5z',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  close: 'M4 4l8 8M12 4l-8 8',
  tag: 'M2.5 3v4.4L8.6 13.5l4.9-4.9L7.4 2.5H3a.5.5 0 0 0-.5.5zM5.5 5.5h.01',
  note: 'M3.5 2.5h9v8l-3 3h-6zM12.3 10.5h-2.8v2.8M5.7 5.5h4.6M5.7 8h3',
  code: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5',
  external: 'M9 2.5h4.5V7M13.2 2.8L7.5 8.5M6.5 3.5h-3v9h9v-3',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.7v4M9.3 6.7v4',
  undo: 'M5.5 3L2.5 6l3 3M2.7 6h6.8a3.8 3.8 0 0 1 0 7.6H6',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.8V6H9.8',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  up: 'M4 10l4-4 4 4',
  rows: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  download: 'M8 2.5v7.7M4.7 7.2L8 10.5l3.3-3.3M3 13.5h10',
  import: 'M8 10.5V2.8M4.7 5.8L8 2.5l3.3 3.3M3 13.5h10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.3V2.5h-8v8h2.8',
  library: 'M3 2.5v11M6 2.5v11M8.6 3l4 10.2',
  settings:
    'M2.5 4.5h6M12 4.5h1.5M8.5 4.5a1.7 1.7 0 1 0 3.5 0 1.7 1.7 0 0 0-3.5 0zM2.5 11.5H4M7.5 11.5h6M4 11.5a1.7 1.7 0 1 0 3.5 0 1.7 1.7 0 0 0-3.5 0z',
  plus: 'M8 3v10M3 8h10',
  pdf: 'M4 2.5h5.5l3 3v8H4zM9.3 2.7v3h3M6.2 8.5h3.6M6.2 11h3.6',
  edit: 'M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4zM9.5 4.3l2.2 2.2',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  merge: 'M4 2.5v3.2C4 8 8 8 8 10.3v3.2M12 2.5v3.2C12 8 8 8 8 10.3',
} as const;

export type IconName = keyof typeof shapes;

/** An icon. `filled` shows a state that is on, such as a star that is set. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width={name === 'more' || name === 'grip' ? 2 : 1.4}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
