import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { MailText } from '#app/features/mail/mail-text.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { groupName } from '../announcement-labels.ts'
import { getAnnouncement } from '../domain/announcements.server.ts'
import { previewMails, previewRecipients } from '../domain/preview-announcement.server.ts'
import { type Addressee, isWritten, languagesWithout } from '../domain/recipients.ts'
import { sendAnnouncement } from '../domain/send-announcement.server.ts'
import { BackToList } from './announcement-parts.tsx'
import { type Counted, RecipientCount } from './recipient-count.tsx'

const mostNamed = 500

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['announcements.check.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const draft = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  if (draft.sentAt) throw redirect(`/organize/events/${event.slug}/announcements/${draft.id}`, 303)
  const preview = await previewRecipients(draft)
  const { recipients, sameAddress, withoutAddress, shares, print } = preview
  const named = recipients.filter(({ group }) => group !== 'hosts')
  const written = isWritten(draft)
  return data({
    id: draft.id,
    subject: draft.subject,
    isPublic: draft.isPublic,
    isWritten: written,
    print,
    holdsFor: env().UNDO_SECONDS,
    counted: {
      total: recipients.length,
      shares,
      named: named.slice(0, mostNamed).map(({ name, email }) => ({ name, email })),
      unnamed: named.length - Math.min(named.length, mostNamed),
      ofHosts: recipients.length - named.length,
      sameAddress: namesOf(sameAddress),
      withoutAddress: namesOf(withoutAddress),
    } satisfies Counted,
    without: languagesWithout(draft).map((locale) => ({
      locale,
      count: recipients.filter((one) => one.locale === locale).length,
    })),
    mails: written ? await previewMails(draft, preview) : [],
  })
}

/** Who belongs to which body is for that body to know: of hosts there are numbers only. */
const namesOf = (people: readonly Addressee[]) => ({
  count: people.length,
  names: people
    .filter(({ group }) => group !== 'hosts')
    .slice(0, 10)
    .map(({ name }) => name),
})

/** Sends what was looked at, to exactly those who were counted; when they are others by now, one looks again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const { id, subject } = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  const { answered } = await readAnswered(request)
  try {
    const performed = await performAct(ctx, {
      act: { eventId: event.id, verb: 'announcement.sent', subjectName: textIn(subject, ctx.locale) },
      answered: { ...answered, heldBack: new Map(), complete: true },
      work: () => sendAnnouncement(ctx, { eventId: event.id, id }),
      look: async (sent) => sent,
    })
    if (!performed.done) return data({ refusal: m['announcements.check.changed']() }, { status: 409 })
    return redirect(`/organize/events/${event.slug}/announcements/${id}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'state') throw error
    return data({ refusal: refusalSentence(error.code, error.kind, error.details) }, { status: 409 })
  }
}

/** The last look before an announcement goes: who gets it, what each of them reads, and the button. */
export default function Sending() {
  const frame = useEventFrame()
  const { id, subject, isPublic, isWritten, print, holdsFor, counted, without, mails } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const maySend = isWritten && counted.total > 0
  return (
    <DeskPage title={m['announcements.check.title']()} key={refused ? 'again' : 'first'}>
      <BackToList />
      <p className="lede">{textIn(subject, getLocale()) || m['announcements.list.untitled']()}</p>
      {!isWritten && <Notice tone="warning">{m['announcements.check.unwritten']()}</Notice>}
      {counted.total === 0 && <Notice tone="warning">{m['announcements.check.nobody']()}</Notice>}
      {without.map(({ locale, count }) => (
        <Notice key={locale} tone="warning">
          {count > 0
            ? m['announcements.check.fallback']({ language: languageWord(locale), count })
            : m['announcements.check.fallback-none']({ language: languageWord(locale) })}
        </Notice>
      ))}
      {isPublic && <Notice>{m['announcements.check.public']()}</Notice>}
      <RecipientCount counted={counted} />
      {mails.map(({ group, locale, count, text }) => (
        <details key={`${group} ${locale}`} className="stack">
          <summary>
            {m['announcements.check.look']()}:{' '}
            {m['announcements.check.share']({
              group: groupName(group),
              language: languageWord(locale),
              count: String(count),
            })}
          </summary>
          <h2 className="title-s" lang={locale}>
            {text.subject}
          </h2>
          <MailText text={{ ...text, calendar: null }} locale={locale} isSent={false} />
        </details>
      ))}
      <Form method="post" className="stack snug" data-unkept>
        <input type="hidden" name="previewed" value={print} />
        {holdsFor > 0 && maySend && (
          <p className="soft">{m['announcements.check.hold']({ seconds: String(holdsFor) })}</p>
        )}
        <p className="cluster">
          {maySend && <Button>{m['announcements.check.send']({ count: counted.total })}</Button>}
          <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/announcements/${id}`}>
            {m['announcements.check.edit']()}
          </ButtonLink>
        </p>
      </Form>
    </DeskPage>
  )
}
