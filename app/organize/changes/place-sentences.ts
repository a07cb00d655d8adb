import { m } from '#app/paraglide/messages.js'
import { filmSentences } from './film-sentences.ts'

type Words = { actor: string; subject: string; details: Record<string, unknown> }

/** What was done to films, cities and indices, by the verb of its activity. */
export const placeSentences: Record<string, (words: Words) => string> = {
  ...filmSentences,
  'places.ruled': ({ actor }) => m['organize.activity.places-ruled']({ actor }),
  'interpretation.planned': ({ actor, subject }) =>
    m['organize.activity.interpretation-planned']({ actor, subject }),
  'interpretation.ruled': ({ actor }) => m['organize.activity.interpretation-ruled']({ actor }),
  'city.added': ({ actor, subject }) => m['cities.activity.added']({ actor, subject }),
  'city.edited': ({ actor, subject }) => m['cities.activity.edited']({ actor, subject }),
  'city.removed': ({ actor, subject }) => m['cities.activity.removed']({ actor, subject }),
  'index.added': ({ actor, subject }) => m['indices.activity.added']({ actor, subject }),
  'index.edited': ({ actor, subject }) => m['indices.activity.edited']({ actor, subject }),
  'edition.added': ({ actor, subject }) => m['indices.activity.edition-added']({ actor, subject }),
  'edition.edited': ({ actor, subject }) => m['indices.activity.edition-edited']({ actor, subject }),
  'edition.published': ({ actor, subject }) => m['indices.activity.edition-published']({ actor, subject }),
  'edition.withdrawn': ({ actor, subject }) => m['indices.activity.edition-withdrawn']({ actor, subject }),
  'edition.removed': ({ actor, subject }) => m['indices.activity.edition-removed']({ actor, subject }),
  'edition.components': ({ actor, subject }) => m['indices.activity.edition-components']({ actor, subject }),
  'edition.entry': ({ actor, subject, details }) =>
    m['indices.activity.edition-entry']({ actor, subject, entry: String(details.entry ?? '') }),
  'unit.added': ({ actor, subject, details }) =>
    m['indices.activity.unit-added']({ actor, subject, index: String(details.index ?? '') }),
  'unit.edited': ({ actor, subject, details }) =>
    m['indices.activity.unit-edited']({ actor, subject, index: String(details.index ?? '') }),
  'edition.imported': ({ actor, subject, details }) =>
    m['indices.activity.edition-imported']({ actor, subject, count: Number(details.count ?? 0) }),
}
