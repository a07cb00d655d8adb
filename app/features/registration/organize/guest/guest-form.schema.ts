import * as z from 'zod/mini'
import { checkbox, optionalText } from '#app/shared/forms/fields.ts'
import { tagsIn } from '../../domain/guests/guest-details.ts'
import { answersSchema, categoryField } from '../../registration.schema.ts'

const longestTag = 40

/** Tags as one line of text, parted by commas. */
export const tagsField = z.pipe(
  optionalText(900),
  z.pipe(
    z.transform(tagsIn),
    z
      .array(z.string())
      .check(
        z.refine((tags) => tags.every((tag) => tag.length <= longestTag), 'registration.guest.tag-long'),
      ),
  ),
)

/** What an organizer writes of a guest; another address is proved by a form of its own. */
export const guestSchema = z.extend(answersSchema, {
  category: categoryField,
  vip: checkbox(),
  tags: tagsField,
  note: optionalText(2000),
})
