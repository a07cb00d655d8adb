const starPath = 'M8 1.6l1.9 4.1 4.5.5-3.3 3 .9 4.4L8 11.4l-4 2.2.9-4.4-3.3-3 4.5-.5z'

/** The few signs that always stand beside a word, so they are hidden from readers of the screen. */
const shapes = {
  dot: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="5.25" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  check: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="currentColor" stroke="none" />
      <path d="m5 8.25 2.1 2.1L11 6.2" stroke="var(--paper)" />
    </>
  ),
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  bar: <path d="M3.5 8h9" />,
  alert: (
    <>
      <path d="M8 1.75 15 14H1z" strokeLinejoin="round" />
      <path d="M8 6.25v3.5m0 1.9v.1" />
    </>
  ),
  stop: (
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" strokeLinejoin="round" />
      <path d="M8 4.5v4m0 2.4v.1" />
    </>
  ),
  star: <path d={starPath} strokeLinejoin="round" />,
  starred: <path d={starPath} fill="currentColor" strokeLinejoin="round" />,
  note: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.25v4M8 4.6v.1" />
    </>
  ),
} as const

export type IconName = keyof typeof shapes

/** A sign of 16 units drawn in the colour of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  )
}
