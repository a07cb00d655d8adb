import { m } from '#app/paraglide/messages.js'
import { fieldName } from '../field-names.ts'

type Words = { actor: string; subject: string; details: Record<string, unknown> }

const fieldsOf = (details: Record<string, unknown>) =>
  (Array.isArray(details.fields) ? details.fields : []).map((field) => fieldName(String(field))).join(', ')

/** What was done to films, their stills and their sections, by the verb of its activity. */
export const filmSentences: Record<string, (words: Words) => string> = {
  'award.added': ({ actor, subject }) => m['films.activity.award-added']({ actor, subject }),
  'award.edited': ({ actor, subject }) => m['films.activity.award-edited']({ actor, subject }),
  'award.removed': ({ actor, subject }) => m['films.activity.award-removed']({ actor, subject }),
  'jury.seated': ({ actor, subject }) => m['films.activity.jury-seated']({ actor, subject }),
  'film.added': ({ actor, subject }) => m['films.activity.added']({ actor, subject }),
  'film.edited': ({ actor, subject, details }) =>
    m['films.activity.edited']({ actor, subject, fields: fieldsOf(details) }),
  'films.imported': ({ actor, details }) =>
    m['films.activity.imported']({
      actor,
      added: Number(details.added ?? 0),
      changed: Number(details.changed ?? 0),
    }),
  'film.removed': ({ actor, subject }) => m['films.activity.removed']({ actor, subject }),
  'still.added': ({ actor, subject }) => m['films.activity.still-added']({ actor, subject }),
  'still.edited': ({ actor, subject }) => m['films.activity.still-edited']({ actor, subject }),
  'still.removed': ({ actor, subject }) => m['films.activity.still-removed']({ actor, subject }),
  'section.added': ({ actor, subject }) => m['films.activity.section-added']({ actor, subject }),
  'section.edited': ({ actor, subject, details }) =>
    m['films.activity.section-edited']({ actor, subject, fields: fieldsOf(details) }),
  'section.removed': ({ actor, subject }) => m['films.activity.section-removed']({ actor, subject }),
}
