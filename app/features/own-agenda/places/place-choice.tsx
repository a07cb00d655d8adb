import type { PublishedSession } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import { seatOffer } from '../seat-offer.ts'
import { seatText } from '../seat-text.ts'
import type { PlacesView } from './places-view.server.ts'

type Props = {
  page: Pick<PlacesView, 'own' | 'seats' | 'limits' | 'now' | 'locale'>
  session: PublishedSession
  refused: { seats: number; sentence: string } | undefined
  isSeated: boolean
}

/** How many seats somebody has in a session, or would like to have. */
export function PlaceChoice({ page, session, refused, isSeated }: Props) {
  const { locale, limits } = page
  const mine = page.own.find(({ sessionId }) => sessionId === session.id)
  const seats = page.seats.find(({ sessionId }) => sessionId === session.id)
  const offer = seatOffer({ session, seats, mine, isSeated, now: page.now })
  if (!offer) return null
  const present = mine?.seats ?? 0
  const most = Math.max(limits.perSession, present)
  const title = textIn(session.title, locale)
  const hint = `why-${session.slug}`
  return (
    <div className="own-actions">
      <div className="cluster">
        {offer.kind === 'taken' || offer.kind === 'waiting' ? (
          <StateMark tone={offer.kind === 'taken' ? 'good' : 'care'}>{seatText(offer)}</StateMark>
        ) : (
          <span className="soft small">{seatText(offer)}</span>
        )}
        {isSeated && (
          <label className="seats-wished">
            <span>
              {m['own-agenda.places.seats']()}
              <span className="visually-hidden">: {title}</span>
            </span>
            <input type="hidden" name={`was.${session.id}`} value={present} />
            <select
              className="input input-short"
              name={`seats.${session.id}`}
              defaultValue={refused?.seats ?? present}
              aria-describedby={refused ? hint : undefined}
              aria-invalid={refused ? true : undefined}
            >
              {numbersTo(most).map((number) => (
                <option key={number} value={number}>
                  {number}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {refused && (
        <p className="field-error" id={hint}>
          {refused.sentence}
        </p>
      )}
    </div>
  )
}

const numbersTo = (most: number) => Array.from({ length: most + 1 }, (_, number) => number)
