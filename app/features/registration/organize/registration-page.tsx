import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, zoneCity } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { AnswerList } from '../answering/given-answers.tsx'
import { languageNames } from '../attendee-fields.tsx'
import { isWrittenTo } from '../domain/links/written-to.ts'
import { stateTone, stateWord } from '../registration-labels.ts'
import { RegistrationHistory, RegistrationMails } from './registration-record.tsx'
import type { RegistrationView, registrationLoader } from './registration-view.server.ts'
import { ExtraSeatForm } from './steps/extra-seat-form.tsx'
import type { RefusedStep } from './steps/registration-action.server.ts'
import { RegistrationSteps } from './steps/registration-steps.tsx'

const calendarAnswers = {
  accepted: m['registration.calendar.accepted'],
  declined: m['registration.calendar.declined'],
  tentative: m['registration.calendar.tentative'],
  'needs-action': m['registration.calendar.needs-action'],
}

export const registrationMeta: MetaFunction<typeof registrationLoader> = ({ data, matches }) =>
  eventTitle(data?.registration.name ?? m['registration.list.title'](), matches)

/** One registration: what was written, where it stands, what can be done, and what was done and mailed. */
export function RegistrationPage() {
  const frame = useEventFrame()
  const page = useLoaderData<typeof registrationLoader>()
  const { registration, history, mails, timeZone, steps, isMailed, place } = page
  const refused = useActionData() as RefusedStep | undefined
  const desk = `/organize/events/${frame.slug}`
  const address = `${desk}/registrations/${registration.id}`
  return (
    <DeskPage
      title={<GuestName registration={registration} />}
      actions={
        page.mayManage && (
          <ButtonLink href={`${address}/correction${place.query}`}>
            {m['registration.guest.correct']()}
          </ButtonLink>
        )
      }
    >
      <p>
        <a className="breadcrumb" href={place.list}>
          {m['registration.list.title']()}
        </a>
      </p>
      {refused?.sentence && <Notice tone="problem" live title={refused.sentence} />}
      {isMailed && !refused && <Notice tone="success" live title={m['registration.detail.mail-queued']()} />}
      <RegistrationFacts page={page} address={address} />
      <GuestAnswers page={page} address={address} />
      {steps.length > 0 && (
        <RegistrationSteps
          address={address}
          query={place.query}
          steps={steps}
          refused={refused}
          isHeld={registration.state === 'offered'}
        />
      )}
      {page.mayExceed && <ExtraSeatForm action={`${address}/extra-seat${place.query}`} refused={refused} />}
      {mails && <RegistrationMails mails={mails} outbox={`${desk}/outbox`} timeZone={timeZone} />}
      {history && history.length > 0 && <RegistrationHistory history={history} timeZone={timeZone} />}
    </DeskPage>
  )
}

function GuestName({ registration: { name, isVip } }: Pick<RegistrationView, 'registration'>) {
  return (
    <>
      <span translate="no">{name}</span>{' '}
      {isVip && <Badge accent>{m['registration.guest.vip-short']()}</Badge>}
    </>
  )
}

function RegistrationFacts({ page, address }: { page: RegistrationView; address: string }) {
  const { registration, timeZone, note, mayManage, place } = page
  const { state, addressAsked, answer, offerExpiresAt, createdAt, category, language } = registration
  const locale = getLocale()
  const moment = (at: Date) => formatDateTime(at, timeZone, locale, zoneCity(timeZone, locale))
  return (
    <DescriptionList
      entries={[
        {
          term: m['registration.list.state'](),
          value: <StateMark tone={stateTone[state]}>{stateWord(state, addressAsked)}</StateMark>,
        },
        {
          term: m['registration.beyond.fact'](),
          value: page.isBeyond ? page.beyondReason || m['organize.category.yes']() : null,
        },
        { term: m['registration.detail.deadline'](), value: offerExpiresAt && moment(offerExpiresAt) },
        { term: m['registration.detail.reason-given'](), value: registration.reason },
        {
          term: m['registration.list.email'](),
          value: <Address page={page} address={address} />,
        },
        { term: m['registration.list.organization'](), value: registration.affiliation },
        { term: m['registration.list.position'](), value: registration.jobTitle },
        { term: m['registration.list.category'](), value: <Translated value={category} as="span" /> },
        {
          term: m['registration.list.language'](),
          value: <span lang={language}>{languageNames[language]}</span>,
        },
        {
          term: m['registration.guest.link-short'](),
          value: mayManage && <a href={`${address}/link${place.query}`}>{m['registration.guest.link']()}</a>,
        },
        {
          term: m['registration.guest.tags'](),
          value:
            registration.tags.length > 0 ? (
              <span className="cluster snug">
                {registration.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            ) : null,
        },
        {
          term: m['registration.guest.note'](),
          value: note && <span className="written">{note}</span>,
        },
        { term: m['registration.list.arrived'](), value: moment(createdAt) },
        { term: m['registration.detail.added-by-hand'](), value: registration.addedBy },
        { term: m['registration.detail.answer'](), value: answer && calendarAnswers[answer]() },
      ]}
    />
  )
}

/** What the guest answered to the event's questions. */
function GuestAnswers({ page, address }: { page: RegistrationView; address: string }) {
  const mayAnswer = page.mayManage && page.asksQuestions
  if (page.answers.length === 0 && !mayAnswer) return null
  return (
    <section className="stack snug" aria-labelledby="given-answers">
      <h2 className="title-m" id="given-answers">
        {m['questions.guest.title']()}
      </h2>
      <AnswerList answers={page.answers} path={address} />
      {mayAnswer && (
        <p>
          <a href={`${address}/answers${page.place.query}`}>{m['questions.guest.change']()}</a>
        </p>
      )}
    </section>
  )
}

function Address({ page, address }: { page: RegistrationView; address: string }) {
  const { registration, asked, mayManage, place } = page
  const mailto = `mailto:${encodeURIComponent(registration.email).replaceAll('%40', '@')}`
  return (
    <span className="stack tight">
      <a href={mailto}>{registration.email}</a>
      {page.isUndelivered && <StateMark tone="bad">{m['bounces.mark.all']()}</StateMark>}
      {page.whyUndelivered && <a href={page.whyUndelivered}>{m['bounces.mark.why']()}</a>}
      {asked && <span className="soft">{m['registration.guest.address-asked']({ email: asked.email })}</span>}
      {mayManage && isWrittenTo(registration.state) && (
        <a href={`${address}/address${place.query}`}>{m['registration.address.change']()}</a>
      )}
    </span>
  )
}
