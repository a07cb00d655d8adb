import * as z from 'zod/mini'
import { eventSlug } from '#app/features/events/organize/settings/event-form.schema.ts'
import { checkbox, optionalLine, requiredLine } from '#app/shared/forms/fields.ts'

export const copySchema = z.object({
  organization: requiredLine(100),
  title: z.object({ vi: optionalLine(200), en: optionalLine(200) }).check(
    z.refine((words) => words.vi !== '' || words.en !== '', {
      error: 'organize.copy.name-missing',
      path: ['vi'],
    }),
  ),
  slug: eventSlug,
  day: z._default(z.string(), '').check(z.refine((text) => isDay(text), 'organize.copy.day-wrong')),
  agenda: checkbox(),
  categories: checkbox(),
  actions: checkbox(),
})

/** A day that exists, and not one that only looks like it: 2027-02-30. */
function isDay(text: string): boolean {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return found !== null && !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text)
}
