import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { categoriesOf } from '#app/organize/organized-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { type RegistrationState, registrationStates } from '#app/shared/vocabulary.ts'

/** What an audience can be made of at an event: its states and categories with their numbers, and its sessions. */
export async function audienceChoices(ctx: Context, event: { id: string; timeZone: string }) {
  const [categories, sessions] = await Promise.all([categoriesOf(event), listDraftSessions(event.id)])
  const inState = (state: RegistrationState) => categories.reduce((sum, one) => sum + one[state], 0)
  return {
    states: registrationStates.map((state) => ({ state, count: inState(state) })),
    categories: categories.map(({ id, name }) => ({ id, name })),
    sessions: sessions
      .filter(({ dropped, kind }) => !dropped && kind !== 'break')
      .map(({ id, title, startsAt }) => ({
        id,
        label: [
          textIn(title, ctx.locale),
          startsAt ? formatDateTime(new Date(startsAt), event.timeZone, ctx.locale) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      })),
  }
}

export type AudienceChoices = Awaited<ReturnType<typeof audienceChoices>>
