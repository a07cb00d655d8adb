import { inBoth } from '#app/shared/i18n/translated-text.ts'
import { announcementGroups, registrationStates } from '#app/shared/vocabulary.ts'
import type { Announcement } from '../domain/announcements.server.ts'
import type { DraftDetails } from '../domain/save-draft.server.ts'
import type { AnnouncementInput } from './announcement-form.schema.ts'

type Stored = Pick<Announcement, 'subject' | 'text' | 'audience' | 'isPublic'>
type Categories = readonly { id: string }[]

const box = (isTicked: boolean) => (isTicked ? 'on' : '')

/** A draft as its form shows it: every box is a field of its own, so that two who edit merge box by box. */
export function announcementFormValues(
  { subject, text, audience, isPublic }: Stored,
  categories: Categories,
) {
  const { groups, states, categoryIds, sessionId, tie, onlyPicked } = audience
  return {
    subject: inBoth(subject),
    text: inBoth(text),
    to: boxes(announcementGroups, groups),
    states: boxes(registrationStates, states),
    categories: boxes(
      categories.map(({ id }) => id),
      categoryIds,
    ),
    session: sessionId ?? '',
    tie,
    picked: box(onlyPicked),
    isPublic: box(isPublic),
  }
}

function boxes(all: readonly string[], ticked: readonly string[]): Record<string, string> {
  return Object.fromEntries(all.map((one) => [one, box(ticked.includes(one))]))
}

type Known = { picked: readonly string[]; categories: Categories; sessions: readonly { id: string }[] }

/** What the form says as it is stored; a category or session that the event has no more narrows nothing. */
export function draftDetailsOf(
  form: AnnouncementInput,
  { picked, categories, sessions }: Known,
): DraftDetails {
  return {
    subject: form.subject,
    text: form.text,
    isPublic: form.isPublic,
    audience: {
      groups: announcementGroups.filter((group) => form.to[group]),
      states: registrationStates.filter((state) => form.states[state]),
      categoryIds: categories.flatMap(({ id }) => (form.categories[id] ? [id] : [])),
      sessionId: sessions.some(({ id }) => id === form.session) ? form.session : null,
      tie: form.tie,
      picked: [...picked],
      onlyPicked: form.picked && picked.length > 0,
    },
  }
}
