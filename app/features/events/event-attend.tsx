import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { SeatsRing } from '#app/ui/ring/seats-ring.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Outlook, SeatLine } from './registration-outlook.ts'

type AttendProps = { event: { slug: string; timeZone: string }; outlook: Outlook }

/**
 * The way to the form, or to be told when there is one, or in one sentence why there is none. On a phone the first of a page stays at the bottom, in
 * reach of the thumb, and is the only one.
 */
export function AttendCall({ event, outlook, again = false }: AttendProps & { again?: boolean }) {
  const call = callOf(outlook, event.slug)
  if (!call) return <p className="soft">{attendSentence({ event, outlook })}</p>
  return (
    <div className="stack snug start">
      <div className={again ? 'attend-again' : 'attend-bar'}>
        <ButtonLink href={call.href}>{call.label}</ButtonLink>
        {!again && (
          <a className="bar-facts" href="#when">
            {m['public.event.when-where']()}
          </a>
        )}
      </div>
      <p className="small soft">{attendSentence({ event, outlook })}</p>
    </div>
  )
}

/** What one can do about attending now: register, wait, or be told when registration opens. */
export function callOf(
  { state }: Pick<Outlook, 'state'>,
  slug: string,
): { href: string; label: string } | null {
  const locale = getLocale()
  if (state === 'open')
    return { href: publicPath.register(locale, slug), label: m['public.registration.call']() }
  if (state === 'waitlist')
    return { href: publicPath.register(locale, slug), label: m['public.registration.wait']() }
  return state === 'not-yet'
    ? { href: publicPath.opening(locale, slug), label: m['registration.opening.title']() }
    : null
}

/** Whether a reader is told of seats: not when the event is over or by invitation, nor where there is no limit. */
export function saysSeats({ seats, lines, state }: Outlook): boolean {
  const isClosed = state === 'past' || state === 'cancelled' || state === 'none'
  return !isClosed && (seats !== null || lines.length > 0)
}

/** The seats of each category, since one registers in one of them; of a single one, how many are left. */
export function SeatFacts({ outlook: { seats, lines } }: { outlook: Outlook }) {
  if (lines.length > 0) return <SeatLines lines={lines} />
  const left = seats ? Math.max(seats.capacity - seats.taken, 0) : 0
  return left > 0 ? m['shared.seats.left']({ left }) : m['shared.seats.full']()
}

/** The chapter on attending: the ring fills as seats are taken. */
export function EventAttend({ event, outlook }: AttendProps) {
  const { seats, lines } = outlook
  if (!seats || !saysSeats(outlook)) return null
  return (
    <section className="chapter" aria-labelledby="attend">
      <h2 id="attend">{m['public.registration.title']()}</h2>
      <SeatsRing taken={seats.taken} capacity={seats.capacity}>
        {lines.length === 0 &&
          seats.waiting > 0 &&
          m['public.registration.waiting']({ count: seats.waiting })}
      </SeatsRing>
      <div className="attend-note">
        <AttendCall event={event} outlook={outlook} again />
      </div>
    </section>
  )
}

const lineTexts: Record<SeatLine['state'], (line: SeatLine) => string> = {
  free: () => m['public.registration.line-free'](),
  left: ({ left }) => m['public.registration.line-left']({ left }),
  approval: () => m['public.registration.line-approval'](),
  wait: () => m['public.registration.line-wait'](),
  full: () => m['public.registration.line-full'](),
}

function SeatLines({ lines }: { lines: SeatLine[] }) {
  return (
    <section aria-label={m['public.registration.lines']()}>
      <DescriptionList
        entries={lines.map((line) => ({
          key: line.id,
          term: <Translated value={line.name} />,
          value: [
            lineTexts[line.state](line),
            line.waiting > 0 && m['public.registration.line-waiting']({ count: line.waiting }),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </section>
  )
}

const closedTexts = {
  waitlist: m['public.registration.waitlist'],
  full: m['public.registration.full'],
  closed: m['public.registration.closed'],
  past: m['public.registration.past'],
  cancelled: m['public.registration.cancelled'],
  none: m['public.registration.none'],
}

/** In one sentence, until when one may register, or why not now. */
export function attendSentence({ event, outlook }: AttendProps): string {
  const when = (date: Date | null) => (date ? formatDateTime(date, event.timeZone, getLocale()) : '')
  switch (outlook.state) {
    case 'open':
      return m['public.registration.open-until']({ date: when(outlook.closesAt) })
    case 'not-yet':
      return m['public.registration.not-yet']({ date: when(outlook.opensAt) })
    default:
      return closedTexts[outlook.state]()
  }
}
