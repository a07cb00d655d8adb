import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { AfterEvent } from '#app/features/afterwards/after-event.tsx'
import { afterEvent } from '#app/features/afterwards/after-event-view.server.ts'
import { feedbackDays } from '#app/features/afterwards/domain/feedback-window.ts'
import { FeedbackForm } from '#app/features/afterwards/feedback/feedback-form.tsx'
import { feedbackAsked } from '#app/features/afterwards/feedback/feedback-view.server.ts'
import { sourceOf } from '#app/features/links/domain/link-at.server.ts'
import { sourceNames } from '#app/features/links/source-names.ts'
import { askingTimes } from '#app/features/mail/domain/reminders/reminder-times.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { findSecurityAsked } from '#app/features/security/domain/security-details.server.ts'
import { SecurityAsked } from '#app/features/security/security-told.tsx'
import { spokenCode, ticketSquares } from '#app/features/ticket/domain/ticket-code.ts'
import { offeredWallets } from '#app/features/ticket/domain/wallet/offered-wallets.server.ts'
import { TicketWays } from '#app/features/ticket/ticket-ways.tsx'
import { m } from '#app/paraglide/messages.js'
import { AddToCalendar } from '#app/public/add-to-calendar.tsx'
import { eventItem } from '#app/public/calendar-item.server.ts'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { QrCode } from '#app/public/qr-code.tsx'
import { RegisteredMark } from '#app/public/registered-here.tsx'
import type { CalendarItem } from '#app/shared/pages/calendar-links.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RenewLink } from '#app/ui/renew-link.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { AnswerList, shownAnswers } from './answering/given-answers.tsx'
import { languageNames } from './attendee-fields.tsx'
import { LanguageSwitch, OfferAnswer } from './attendee-forms.tsx'
import { attendeeView } from './attendee-view.server.ts'
import { BroughtAlong } from './companions/brought-along.tsx'
import { openMoments } from './domain/answering/open-moments.ts'
import { isUnanswered } from './domain/answering/unanswered.ts'
import { listGuestCategories } from './domain/categories.server.ts'
import { isChangeable } from './domain/lifecycle/category-change.ts'
import type { AttendeePage } from './domain/links/attendee-page.server.ts'
import { likelyAddress } from './domain/links/likely-address.ts'
import { windowState } from './domain/seats/admission.ts'
import { waitlistPlace } from './domain/seats/waitlist-place.server.ts'
import { stateTone, stateWord } from './registration-labels.ts'
import { RemindersSwitch, remindersText } from './reminders/reminders-switch.tsx'
import { StateText } from './state-text.tsx'

export const meta: MetaFunction = () => [{ title: m['registration.page.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const after = await afterEvent({ page, view })
  const isSeated = view.attendee.state === 'confirmed' && !view.event.isCancelled && !after
  const { ticketCode } = page.registration
  const ticket = isSeated
    ? { squares: ticketSquares(ticketCode), code: spokenCode(ticketCode), wallets: offeredWallets() }
    : null
  const deadline = page.registration.offerExpiresAt
  const questions = await listQuestions(page.event.id)
  const moments = openMoments(page, new Date())
  const placeInLine = await waitlistPlace(page.registration)
  const isOpen = windowState(page.event, new Date()) === 'open'
  const hasChoice = isOpen && (await listGuestCategories(page.event.id)).length > 1
  const isOfferOpen = deadline !== null && deadline > new Date()
  const { event, venue } = page
  const { state } = page.registration
  const isGone = state === 'cancelled' || state === 'declined' || event.cancelledAt !== null
  // A web calendar is shown the event's own page, never the personal link.
  const calendar = isSeated && view.isPublic ? eventItem({ ...event, venue }, view.locale, new Date()) : null
  return {
    ...view,
    answers: shownAnswers(page.registration.answers, questions),
    mayAnswer: questions.some(({ moment }) => moments.includes(moment)),
    askedUntil:
      moments.includes('afterwards') && isUnanswered(page, questions) ? page.event.answersUntil : null,
    after,
    mark: { id: event.id, until: isGone ? '' : markUntil(event) },
    feedback: await feedbackAsked({ page, view }),
    ticket,
    companions: {
      number: page.registration.companions,
      names: page.registration.companionNames,
      mayChange:
        isSeated &&
        (page.category.companionLimit > 0 || page.registration.companions > 0) &&
        event.startsAt > new Date(),
      wished: page.registration.wishedCompanions,
      hasNone: page.registration.wishedCompanions > 0 && isSeated,
    },
    calendar,
    security: isSeated ? await findSecurityAsked(page) : null,
    cameBy: await sourceOf(page.registration.linkId),
    placeInLine,
    hasChoice,
    hasPlaces: page.hasPlaces,
    isOfferOpen,
    reminders: comingReminders(page.registration, event),
  }
}

/** How long a device remembers that somebody is registered: as long as the personal page asks something of them. */
function markUntil({ endsAt }: { endsAt: Date }): string {
  return new Date(endsAt.getTime() + feedbackDays * 24 * 60 * 60_000).toISOString()
}

/** What can be turned on and off: nothing where none will come any more. */
function comingReminders({ reminded }: AttendeePage['registration'], event: AttendeePage['event']) {
  const now = new Date()
  const isToCome = event.startsAt > now
  const asksFeedback = event.asksFeedback && askingTimes(event).from > now
  const remindsDayBefore = event.remindsDayBefore && isToCome
  const remindsHourBefore = event.remindsHourBefore && isToCome
  if (!remindsDayBefore && !remindsHourBefore && !asksFeedback) return null
  return { remindsDayBefore, remindsHourBefore, asksFeedback, reminded }
}

export default function Registration() {
  const page = useLoaderData<typeof loader>()
  const { token, attendee, event, ticket, after } = page
  const path = `/registrations/${token}`
  const isLive = attendee.state !== 'cancelled' && attendee.state !== 'declined' && !event.isCancelled
  return (
    <PersonalPage event={event} title={m['registration.page.title']()}>
      {after && <AfterEvent after={after} event={event} locale={page.locale} />}
      {page.feedback && (
        <FeedbackForm path={path} asked={page.feedback} timeZone={event.timeZone} locale={page.locale} />
      )}
      <section className="ticket">
        <div className="stack snug">
          <p>
            <StateMark tone={stateTone[attendee.state]}>
              {stateWord(attendee.state, attendee.isHeld)}
            </StateMark>
          </p>
          <StateText page={page} />
          {attendee.state === 'offered' && page.isOfferOpen && !after && (
            <OfferAnswer path={path} isHeld={attendee.isHeld} />
          )}
        </div>
        {ticket && (
          <QrCode modules={ticket.squares} label={m['registration.page.qr']({ name: attendee.name })}>
            <strong>{ticket.code}</strong>
            <TicketWays path={path} wallets={ticket.wallets} />
          </QrCode>
        )}
      </section>
      {page.companions.hasNone && (
        <Notice tone="problem" live title={m['registration.companions.alone']()}>
          <p>{m['registration.companions.alone-lead']()}</p>
        </Notice>
      )}
      <DescriptionList
        entries={[
          {
            term: m['registration.page.when'](),
            value: (
              <TimeRange start={event.startsAt} end={event.endsAt} zone={event.timeZone} place={page.city} />
            ),
          },
          { term: m['registration.page.where'](), value: page.place },
          {
            term: m['registration.page.who'](),
            value: <Who attendee={attendee} path={path} isLive={isLive} />,
          },
          { term: m['registration.page.category'](), value: <Translated value={page.category} /> },
          ...(page.companions.mayChange || page.companions.number + page.companions.wished > 0
            ? [
                {
                  term: m['registration.companions.title'](),
                  value: <BroughtAlong companions={page.companions} path={path} />,
                },
              ]
            : []),
          { term: m['registration.page.language'](), value: languageNames[attendee.language] },
          ...(page.cameBy ? [{ term: m['links.page.came-by'](), value: sourceNames[page.cameBy]() }] : []),
        ]}
      />
      {page.security && (
        <SecurityAsked {...page.security} path={path} timeZone={event.timeZone} city={page.city} />
      )}
      <AskedAfterwards page={page} path={path} />
      <OwnAnswers page={page} path={path} />
      {isLive && page.reminders && (
        <div className="cluster on-screen">
          <span className="soft">{remindersText(page.reminders)}</span>
          <RemindersSwitch path={path} reminded={page.reminders.reminded} />
        </div>
      )}
      <Ways page={page} path={path} isLive={isLive} />
      {isLive && <LanguageSwitch path={path} present={attendee.language} />}
      <RegisteredMark event={page.mark} until={page.mark.until} />
      <RenewLink path={path} keep={m['registration.page.keep']()} />
    </PersonalPage>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Who({ attendee, path, isLive }: Pick<Page, 'attendee'> & { path: string; isLive: boolean }) {
  const meant = likelyAddress(attendee.email)
  return (
    <span className="stack tight">
      <strong>{attendee.name}</strong>
      {[attendee.jobTitle, attendee.affiliation].filter(Boolean).join(', ')}
      <span className="soft">{m['registration.page.wrote-to']({ email: attendee.email })}</span>
      {isLive && meant && <span>{m['registration.page.slip']({ address: meant })}</span>}
      {isLive && <a href={`${path}/address`}>{m['registration.address.change']()}</a>}
    </span>
  )
}

/** That more is asked of them, until when. */
function AskedAfterwards({ page: { askedUntil, event, locale, city }, path }: { page: Page; path: string }) {
  if (!askedUntil) return null
  return (
    <Notice tone="warning" title={m['questions.own.asked']()}>
      <p>
        {m['questions.own.asked-until']({ when: formatDateTime(askedUntil, event.timeZone, locale, city) })}
      </p>
      <p>
        <ButtonLink href={`${path}/questions`}>{m['questions.own.answer']()}</ButtonLink>
      </p>
    </Notice>
  )
}

/** What they answered to the event's questions, and where they change it. */
function OwnAnswers({ page, path }: { page: Page; path: string }) {
  if (page.answers.length === 0 && !page.mayAnswer) return null
  return (
    <section className="stack snug" aria-labelledby="own-answers">
      <h2 className="title-m" id="own-answers">
        {m['questions.own.title']()}
      </h2>
      <AnswerList answers={page.answers} path={path} />
      {page.mayAnswer && (
        <p>
          <a href={`${path}/questions`}>{m['questions.own.change']()}</a>
        </p>
      )}
    </section>
  )
}

function CalendarWay({ item, file }: { item: CalendarItem | null; file: string }) {
  if (!item) return <ButtonLink href={file}>{m['registration.page.calendar']()}</ButtonLink>
  return <AddToCalendar item={item} file={file} quiet={false} />
}

/** Where one goes on from here. */
function Ways({ page, path, isLive }: { page: Page; path: string; isLive: boolean }) {
  const { attendee, event, locale } = page
  const isToCome = isLive && !page.after
  return (
    <div className="cluster">
      {attendee.state === 'confirmed' && isToCome && (
        <CalendarWay item={page.calendar} file={`${path}/calendar.ics`} />
      )}
      {isLive && page.isPublic && (
        <ButtonLink href={`${path}/agenda`} variant="quiet">
          {m['own-agenda.page.title']()}
        </ButtonLink>
      )}
      {attendee.state === 'confirmed' && isToCome && page.isPublic && page.hasPlaces && (
        <ButtonLink href={`${path}/places`} variant="quiet">
          {m['own-agenda.places.choose']()}
        </ButtonLink>
      )}
      {isLive && (
        <ButtonLink href={`${path}/answers`} variant="quiet">
          {m['registration.page.edit']()}
        </ButtonLink>
      )}
      {isLive && page.hasChoice && isChangeable(attendee.state) && (
        <ButtonLink href={`${path}/category`} variant="quiet">
          {m['registration.page.change-category']()}
        </ButtonLink>
      )}
      {attendee.state === 'cancelled' && !event.isCancelled && !page.after && page.isPublic && (
        <ButtonLink href={publicPath.register(locale, event.slug)}>
          {m['registration.page.again']()}
        </ButtonLink>
      )}
      {page.isPublic && (
        <ButtonLink href={publicPath.event(locale, event.slug)} variant="plain">
          {m['registration.page.event']()}
        </ButtonLink>
      )}
      {isToCome && (
        <ButtonLink href={`${path}/cancellation`} variant="plain">
          {m['registration.page.cancel']()}
        </ButtonLink>
      )}
    </div>
  )
}
