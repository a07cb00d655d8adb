import type { PublishedSession } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { OwnAgendaView } from './own-agenda-view.server.ts'
import { type SeatOffer, seatOffer } from './seat-offer.ts'
import { seatText } from './seat-text.ts'

type Props = {
  page: Pick<
    OwnAgendaView,
    'token' | 'attendee' | 'event' | 'own' | 'seats' | 'clashes' | 'ways' | 'onlyMine' | 'now' | 'locale'
  >
  session: PublishedSession
  part: 'own' | 'all'
}

/** What an attendee can do with a session: mark it, take or give up a seat; and whether it runs beside another of theirs. */
export function SessionActions({ page, session, part }: Props) {
  const { attendee, event, locale } = page
  if (session.kind === 'break') return null
  const mine = page.own.find((one) => one.sessionId === session.id)
  const clash = page.clashes.find((one) => one.sessionId === session.id)
  const way = page.ways.find((one) => one.sessionId === session.id)
  const isOpen = attendee.state !== 'cancelled' && attendee.state !== 'declined' && !event.isCancelled
  const seat = seatOffer({
    session,
    seats: page.seats.find((one) => one.sessionId === session.id),
    mine,
    isSeated: attendee.state === 'confirmed',
    now: page.now,
  })
  const form = { page, session, part }
  return (
    <div className="own-actions">
      {clash && (
        <p>
          <StateMark tone="care" shape="alert">
            {m['own-agenda.page.clash']({
              sessions: clash.with.map((title) => textIn(title, locale)).join(', '),
            })}
          </StateMark>
        </p>
      )}
      {way && (
        <p>
          <StateMark tone="care" shape="alert">
            {m['own-agenda.page.short-way']({
              session: textIn(way.from, locale),
              there: way.there,
              needed: way.needed,
            })}
          </StateMark>
        </p>
      )}
      {isOpen && (
        <div className="cluster">
          <OwnForm {...form} to={mine?.starred ? 'star/removal' : 'star'}>
            <Button variant="plain">
              <Icon name={mine?.starred ? 'starred' : 'star'} />
              {mine?.starred ? m['own-agenda.star.remove']() : m['own-agenda.star.add']()}
              <SessionName {...form} />
            </Button>
          </OwnForm>
          {seat && <Seat {...form} seat={seat} />}
        </div>
      )}
    </div>
  )
}

function Seat({ seat, ...form }: Props & { seat: SeatOffer }) {
  const words = seatText(seat)
  const tone = seat.kind === 'taken' ? 'good' : seat.kind === 'waiting' ? 'care' : 'calm'
  return (
    <>
      {seat.kind === 'taken' || seat.kind === 'waiting' ? (
        <StateMark tone={tone}>{words}</StateMark>
      ) : (
        <span className="soft small">{words}</span>
      )}
      {seat.action && (
        <OwnForm {...form} to={seat.action === 'sign-up' || seat.action === 'join' ? 'seat' : 'seat/removal'}>
          <Button variant={seat.action === 'sign-up' || seat.action === 'join' ? 'quiet' : 'plain'}>
            {actionLabels[seat.action]()}
            <SessionName {...form} />
          </Button>
        </OwnForm>
      )}
    </>
  )
}

const actionLabels = {
  'sign-up': m['own-agenda.seat.sign-up'],
  join: m['own-agenda.seat.join'],
  leave: m['own-agenda.seat.leave'],
  'leave-line': m['own-agenda.seat.leave-line'],
}

/** Posts, and comes back to the same place of the page. */
function OwnForm({ page, session, part, to, children }: Props & { to: string; children: React.ReactNode }) {
  return (
    <form method="post" action={`/registrations/${page.token}/sessions/${session.id}/${to}`}>
      <input type="hidden" name="back" value={`${part}-${session.slug}`} />
      {page.onlyMine && <input type="hidden" name="mine" value="1" />}
      {children}
    </form>
  )
}

/** Buttons of a list are told apart by what is read out. */
function SessionName({ page, session }: Props) {
  return <span className="visually-hidden">: {textIn(session.title, page.locale)}</span>
}
