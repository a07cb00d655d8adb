import * as z from 'zod/mini'
import { checkbox, optionalCount, optionalLine, rowId } from '#app/shared/forms/fields.ts'

const name = z.object({ vi: optionalLine(100), en: optionalLine(100), confirmed: checkbox() }).check(
  z.refine((words) => words.vi !== '' || words.en !== '', {
    error: 'agenda.rooms.name-missing',
    path: ['vi'],
  }),
)

/** Without a venue of its own a room is at the event's main one. */
export const roomSchema = z.object({
  name,
  capacity: optionalCount(100_000),
  venueId: z._default(z.union([z.literal(''), rowId()]), ''),
})

export const trackSchema = z.object({
  name,
  colour: z.pipe(
    optionalLine(7),
    z.string().check(z.regex(/^(#[0-9a-fA-F]{6})?$/, 'agenda.rooms.colour-wrong')),
  ),
})
