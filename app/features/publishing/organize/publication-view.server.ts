import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { clashViews, groupedClashes } from '#app/features/agenda/organize/list/clash-views.ts'
import type { Context } from '#app/shared/context.ts'
import { lettersWithoutFont } from '#app/shared/fonts/font-files.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { previewPublication } from '../domain/preview-publication.server.ts'
import { listVersions } from '../domain/versions.server.ts'
import { noticeKey } from './publication.schema.ts'

type Preview = Awaited<ReturnType<typeof previewPublication>>

/** What the page of publishing shows: the change list, the mails person by person, the clashes, the versions. */
export async function publicationView(
  ctx: Context,
  asked: { eventId: string; version?: number | undefined; person?: string | undefined },
) {
  const { plan, mails } = await previewPublication(ctx, asked)
  const people = await listPeopleChoices(ctx, asked.eventId)
  const names = new Map(people.map((person) => [person.id, person.name]))
  const titles = new Map([
    ...plan.sessions.map((session) => [session.id, session.title] as const),
    ...plan.changes.map((change) => [change.sessionId, change.title] as const),
  ])
  return {
    number: plan.last + 1,
    restores: asked.version ?? null,
    changes: plan.changes,
    faults: plan.faults,
    isDue: plan.isDue,
    isEmpty: plan.agenda.sessions.length === 0 && plan.last === 0,
    draft: plan.fingerprint,
    undrawn: lettersWithoutFont(JSON.stringify(plan.agenda)),
    recipients: recipientsOf(mails, (id) => textIn(titles.get(id), ctx.locale)),
    mailCount: mails.length,
    unreachable: unreachable(plan),
    clashes: groupedClashes(clashViews(plan.clashes, { sessions: plan.sessions, names })),
    errorCount: plan.errorCount,
    versions: await listVersions(asked.eventId),
  }
}

/** Mails by person: what a person and their assistant are told of one session is one notice. */
function recipientsOf(mails: Preview['mails'], titleOf: (sessionId: string) => string) {
  const byPerson = new Map<string, { name: string; locale: string; notices: Map<string, NoticeView> }>()
  for (const mail of mails) {
    const { personId, sessionId, personName, locale } = mail
    const key = personId && sessionId ? noticeKey(personId, sessionId) : mail.id
    const person = byPerson.get(personId ?? mail.recipientEmail) ?? {
      name: personName,
      locale,
      notices: new Map(),
    }
    byPerson.set(personId ?? mail.recipientEmail, person)
    const notice = person.notices.get(key) ?? {
      key,
      mayHold: personId !== null && sessionId !== null,
      title: titleOf(sessionId ?? ''),
      mails: [],
    }
    person.notices.set(key, notice)
    notice.mails.push({
      id: mail.id,
      kind: mail.kind,
      locale,
      email: mail.recipientEmail,
      words: mail.words,
      failure: mail.failure,
      isWritten: mail.isWritten,
    })
  }
  const recipients = [...byPerson].map(([id, { name, locale, notices }]) => ({
    id,
    name,
    locale,
    notices: [...notices.values()],
  }))
  return recipients.sort((a, b) => byVietnameseRules.compare(a.name, b.name))
}

const byVietnameseRules = new Intl.Collator('vi')

/** Whose notices wait because nobody knows an address. */
function unreachable({ notices }: Preview['plan']): string[] {
  const names = notices.filter(({ to }) => to.email === null).map(({ to }) => to.name)
  return [...new Set(names)].sort(byVietnameseRules.compare)
}

type Mail = Preview['mails'][number]
export type NoticeView = {
  key: string
  mayHold: boolean
  title: string
  mails: (Pick<Mail, 'id' | 'kind' | 'locale' | 'words' | 'failure' | 'isWritten'> & { email: string })[]
}
export type RecipientView = ReturnType<typeof recipientsOf>[number]
export type PublicationView = Awaited<ReturnType<typeof publicationView>>
