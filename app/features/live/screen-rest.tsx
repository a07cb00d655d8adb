import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/public/qr-code.tsx'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import type { ScreenView } from './screen-view.server.ts'

/** Why nothing is on: it begins later, goes on another time, is over or called off. */
export function restText({ event, rest }: ScreenView, locale: Locale): string {
  const to = { locale }
  if (event.isCancelled) return m['public.event.cancelled']({}, to)
  const start = rest.next?.startsAt ?? (rest.kind === 'after' ? null : event.startsAt)
  const isAhead = rest.next !== null || (start !== null && Date.parse(start) > Date.now())
  if (rest.kind === 'after') return m['live.screen.after']({}, to)
  if (!isAhead || start === null) return m['live.screen.nothing']({}, to)
  const time = formatDateTime(new Date(start), event.timeZone, locale)
  return rest.kind === 'before'
    ? m['live.screen.before']({ time }, to)
    : m['live.screen.between']({ time }, to)
}

/** A display on which nothing is on: the event, when it begins or that it is over, and then the way to its recap. */
export function ScreenRest({ view }: { view: ScreenView }) {
  const { event, rest, recap, locale } = view
  const order = [locale, ...locales.filter((one) => one !== locale)]
  const titles = order.flatMap((one) => {
    const words = event.title[one]
    return words ? [{ locale: one, words }] : []
  })
  const place = [textIn(event.place.name, locale), textIn(event.place.city, locale)].filter(Boolean)
  return (
    <section className="display-rest">
      <div>
        {titles.map(({ locale: one, words }, at) => (
          <p key={one} lang={one} className={at === 0 ? 'display-title' : 'display-other'}>
            {heldTogether(words)}
          </p>
        ))}
        {order.map((one) => (
          <p key={one} lang={one} className="display-when">
            {restText(view, one)}
          </p>
        ))}
        {rest.kind !== 'after' && place.length > 0 && <p className="display-other">{place.join(' · ')}</p>}
      </div>
      {rest.kind === 'after' && recap && (
        <div className="display-code">
          <p className="label">
            {order.map((one) => m['live.screen.recap']({}, { locale: one })).join(' · ')}
          </p>
          <QrCode modules={recap.modules} label={m['live.screen.recap-code']({ address: recap.address })} />
        </div>
      )}
    </section>
  )
}
