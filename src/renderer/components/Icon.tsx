/** Drawn on a 20 by 20 grid with one line width, so that they sit beside Song and Hei faces alike. */
const paths = {
  all: 'M4 4.5h12M4 10h12M4 15.5h8',
  book: 'M10 5.2C8.4 4 6.3 3.6 3.5 3.6v11.6c2.8 0 4.9.4 6.5 1.6 1.6-1.2 3.7-1.6 6.5-1.6V3.6c-2.8 0-4.9.4-6.5 1.6Zm0 0v11.6',
  tag: 'M3.5 3.5h6.2l6.8 6.8-6.2 6.2-6.8-6.8V3.5Zm3.4 3.4h.01',
  theme: 'M10 3.2 16.5 6.6 10 10 3.5 6.6 10 3.2ZM3.5 10 10 13.4 16.5 10M3.5 13.4 10 16.8l6.5-3.4',
  collection: 'M3.5 5.5h4.7l1.5 1.8h6.8v8.2h-13v-10Z',
  query: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.7 3.7',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.7 3.7',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  import: 'M10 3.5v8.7m0 0L6.7 9M10 12.2 13.3 9M3.5 13v3.5h13V13',
  export: 'M10 12.2V3.5m0 0L6.7 6.7M10 3.5l3.3 3.2M3.5 13v3.5h13V13',
  compare: 'M3.5 4h5v12h-5V4Zm8 0h5v12h-5V4Z',
  settings: 'M4 6h7m3.5 0H16M4 14h1.5M9 14h7M12.7 7.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM7.2 15.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  close: 'M5 5l10 10M15 5 5 15',
  sidebar: 'M3.5 4h13v12h-13V4Zm4.5 0v12',
  sort: 'M6 4v12m0 0-2.5-2.7M6 16l2.5-2.7M11 5h5.5M11 10h4M11 15h2.5',
  edit: 'M12.8 4.2l3 3L7.5 15.5l-3.7.7.7-3.7 8.3-8.3Z',
  delete: 'M4 5.5h12M8 5.5V3.6h4v1.9M5.5 5.5l.8 11h7.4l.8-11',
  history: 'M3.8 7.2A6.7 6.7 0 1 1 3.3 10M3.5 3.8v3.6h3.6M10 6.5V10l2.6 1.7',
  original: 'M5 3.5h7l3.5 3.5v9.5H5v-13Zm6.5 0V7.5h4M7.5 10.5h5M7.5 13.3h5',
  check: 'M4 10.5 8.2 14.7 16 6',
  plus: 'M10 4v12M4 10h12',
  file: 'M5 3.5h7l3.5 3.5v9.5H5v-13Zm6.5 0V7.5h4',
  picture: 'M3.5 4.5h13v11h-13v-11Zm0 9 4-4 3.2 3.2 2-2 3.8 3.3M12.8 7.6h.01',
  sound: 'M8 14.2V5l7.5-1.5v9M8 14.2a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm7.5-1.7a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  film: 'M3.5 4.5h13v11h-13v-11Zm5 3v5l4-2.5-4-2.5Z',
  table: 'M3.5 4.5h13v11h-13v-11Zm0 3.7h13M3.5 12h13M8 4.5v11',
  slides: 'M3 4h14M4.2 4v8.5h11.6V4M10 12.5V15m-3 1.8 3-1.8 3 1.8',
  archive: 'M3.5 4h13v3.5h-13V4Zm1 3.5v8.8h11V7.5M8.5 10.5h3',
  attach: 'M14.8 9.3 9.6 14.5a3.2 3.2 0 0 1-4.5-4.5l5.6-5.6a2.1 2.1 0 0 1 3 3l-5.5 5.5a1 1 0 0 1-1.5-1.5l5-5',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  grip: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  undo: 'M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H8',
  redo: 'M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.2 4.2 0 0 0 0 8.5H12',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12.5 10 8l4.5 4.5',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  back: 'M15.5 10h-11m0 0L9 5.5M4.5 10 9 14.5',
  lock: 'M5 9h10v7.5H5V9Zm2.2 0V6.5a2.8 2.8 0 0 1 5.6 0V9',
  warning: 'M10 3.5 17 16H3L10 3.5Zm0 5v3.5m0 2h.01',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2',
  moon: 'M15.8 11.8A6.4 6.4 0 0 1 8.2 4.2a6.4 6.4 0 1 0 7.6 7.6Z',
  spark: 'M10 3.5v13M3.5 10h13M6 6l8 8M14 6l-8 8',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.4"
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" className="icon"
    >
      <path d={paths[name]} />
    </svg>
  )
}
