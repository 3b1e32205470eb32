// The shapes that tell states and actions apart without colour; always decorative, a word stands beside each.

import type { ReactNode } from "react";

const stroke = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.7,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const shapes = {
  hollow: <circle cx="8" cy="8" r="5.6" {...stroke} />,
  dashed: <circle cx="8" cy="8" r="5.6" {...stroke} strokeDasharray="2.2 2.2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.6" {...stroke} />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 2.3 14.4 13.4H1.6z" {...stroke} />
      <path d="M8 6.5v3.2M8 11.5v.1" {...stroke} />
    </>
  ),
  octagon: (
    <>
      <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" />
      <path
        d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </>
  ),
  bar: (
    <>
      <circle cx="8" cy="8" r="5.6" {...stroke} />
      <path d="M5.3 8h5.4" {...stroke} strokeWidth={2.6} />
    </>
  ),
  pause: (
    <>
      <circle cx="8" cy="8" r="5.6" {...stroke} />
      <path d="M6.5 5.8v4.4m3-4.4v4.4" {...stroke} />
    </>
  ),
  hourglass: <path d="M4 1.9h8M4 14.1h8M4.8 2v2.4L8 8l-3.2 3.6V14m6.4-12v2.4L8 8l3.2 3.6V14" {...stroke} />,
  tick: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" />
      <path
        d="m4.9 8.3 2.2 2.2 4-4.7"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  tickClock: (
    <>
      <path d="M1.5 8.2 4.6 11.2 9.2 5" {...stroke} />
      <circle cx="11.3" cy="10.8" r="3.7" {...stroke} strokeWidth={1.4} fill="var(--surface)" />
      <path d="M11.3 9v2l1.2.7" {...stroke} strokeWidth={1.3} />
    </>
  ),
  twoTicks: <path d="m1 8.4 3 3L9.4 5M7.6 10.8l.9.8L15 5" {...stroke} strokeWidth={2} />,
  cross: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" {...stroke} />
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...stroke} strokeWidth={2} />
    </>
  ),
  struck: (
    <>
      <circle cx="8" cy="8" r="5.6" {...stroke} />
      <path d="m4.1 11.9 7.8-7.8" {...stroke} />
    </>
  ),
  working: (
    <>
      <circle cx="8" cy="8" r="5.6" {...stroke} />
      <path d="M6.7 5.5 10.5 8l-3.8 2.5z" fill="currentColor" />
    </>
  ),
  overview: <path d="M2 13.5h12M3.5 11V7.5M8 11V2.8M12.5 11V5.5" {...stroke} strokeWidth={2} />,
  chart: <path d="M3 1.8h7l3 3v9.4H3zM10 1.8v3h3M5.6 11.4V9.2M8 11.4V7m2.4 4.4v-3" {...stroke} />,
  target: (
    <>
      <circle cx="8" cy="8" r="5.8" {...stroke} />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  list: <path d="M5.5 3.5H14M5.5 8H14m-8.5 4.5H14M2 3.5h.1M2 8h.1M2 12.5h.1" {...stroke} />,
  inbox: <path d="M1.8 9.2 4 3h8l2.2 6.2v4H1.8zm0 0h3.4l1 1.8h3.6l1-1.8h3.4" {...stroke} />,
  person: (
    <path
      d="M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zm-5.5 5.6c.7-2.5 2.8-3.7 5.5-3.7s4.8 1.2 5.5 3.7"
      {...stroke}
    />
  ),
  calendar: <path d="M2.2 3.8h11.6v9.9H2.2zm0 3.3h11.6M5.3 2v2.9m5.4-2.9v2.9" {...stroke} />,
  forward: <path d="M2.5 3.5 8 8l-5.5 4.5zM8 3.5 13.5 8 8 12.5z" fill="currentColor" />,
  chain: (
    <path
      d="M6.6 9.4 9.4 6.6M7 4.5l1.5-1.5a3 3 0 0 1 4.4 4.3L11.4 9M9 11.5 7.5 13A3 3 0 0 1 3.1 8.7L4.6 7"
      {...stroke}
    />
  ),
  close: <path d="m3.5 3.5 9 9m0-9-9 9" {...stroke} />,
  arrow: <path d="M2.5 8h11m-4-4 4 4-4 4" {...stroke} />,
  back: <path d="M5.8 3 2.3 6.5 5.8 10M2.5 6.5h7.3a3.7 3.7 0 0 1 0 7.4H7" {...stroke} />,
  chevron: <path d="m4 6 4 4 4-4" {...stroke} />,
  note: <path d="M3 2h7l3 3v9H3zM10 2v3h3M5.5 8h5m-5 3h3.5" {...stroke} />,
  mark: <path d="M8 1.8 14.2 8 8 14.2 1.8 8zM8 5.3v3.2m0 2.1v.1" {...stroke} />,
  live: (
    <>
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
      <path d="M4.3 11.7a5.2 5.2 0 0 1 0-7.4m7.4 0a5.2 5.2 0 0 1 0 7.4" {...stroke} />
    </>
  ),
  retry: <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4M13.7 1.5v3h-3" {...stroke} />,
  offline: <path d="M2 2l12 12M4.3 11.7a5.2 5.2 0 0 1-.6-6.6m2.7-1.9a5.2 5.2 0 0 1 5.9 7" {...stroke} />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** `size` in pixels, default 16. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string | undefined;
}) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      {shapes[name]}
    </svg>
  );
}
