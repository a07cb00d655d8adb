import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText, rowId } from '#app/shared/forms/fields.ts'
import { sessionTies } from '#app/shared/vocabulary.ts'

/** As long as mailboxes show. */
const longestSubject = 100
const longestText = 6000

const words = (one: ReturnType<typeof optionalLine>) => z.object({ vi: one, en: one, confirmed: checkbox() })

/** A draft may lack anything but a subject, by which it is found again. */
export const announcementSchema = z.object({
  subject: words(optionalLine(longestSubject)).check(
    z.refine(({ vi, en }) => vi !== '' || en !== '', {
      error: 'announcements.form.subject-missing',
      path: ['vi'],
    }),
  ),
  text: words(optionalText(longestText)),
  to: z._default(z.object({ registered: checkbox(), speakers: checkbox(), hosts: checkbox() }), {
    registered: false,
    speakers: false,
    hosts: false,
  }),
  states: z._default(
    z.object({
      pending: checkbox(),
      confirmed: checkbox(),
      waitlisted: checkbox(),
      offered: checkbox(),
      cancelled: checkbox(),
      declined: checkbox(),
    }),
    {
      pending: false,
      confirmed: false,
      waitlisted: false,
      offered: false,
      cancelled: false,
      declined: false,
    },
  ),
  categories: z._default(z.record(rowId(), checkbox()), {}),
  session: z._default(z.union([z.literal(''), rowId('shared.form.choose')]), ''),
  tie: z._default(z.enum(sessionTies, 'shared.form.choose'), 'either'),
  picked: checkbox(),
  isPublic: checkbox(),
  intent: z._default(z.enum(['save', 'check']), 'save'),
})
export type AnnouncementInput = z.infer<typeof announcementSchema>
