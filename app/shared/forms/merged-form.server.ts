import type { $ZodType, output } from 'zod/v4/core'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { atChange } from './at-change.ts'
import type { FormValues } from './form-values.ts'
import { type Difference, flatten, type Merge, mergeFields, readMarks, type Side } from './merge.ts'
import { postedFields, readFields, refuse, refuseField } from './read-form.server.ts'

/** What a page needs to ask about fields that two people changed. */
export type Conflict = { differences: Difference[]; seen: string }

type Merging<S extends $ZodType, Stored, Answer> = {
  schema: S
  /** What is stored, as far as is known; `save` throws `SavedByOther` when it is no longer so. */
  stored: Stored
  valuesOf: (stored: Stored) => FormValues
  save: (form: { data: output<S>; values: FormValues }, stored: Stored) => Promise<Answer>
}

// Somebody may save again and again between our look and our save; a few times is bad luck, more is a fault.
const tries = 5

/**
 * Reads a form, merges it with what others saved since it was made, and saves. The page comes again with both versions
 * where two people changed the same field (409), and with faults at the fields (400).
 */
export async function saveMerged<S extends $ZodType, Stored, Answer>(
  request: Request,
  { schema, stored, valuesOf, save }: Merging<S, Stored, Answer>,
) {
  const posted = await postedFields(request)
  let now = stored
  for (let left = tries; left > 0; left -= 1) {
    const merge = mergePosted(posted, valuesOf(now))
    const form = readFields(mergedForm(posted, valuesOf(now), merge), schema)
    if (!form.ok) return refuse(form, conflictIn(merge))
    if (merge.differences.length > 0) {
      return refuse(refuseField(form, 'form', 'shared.refusal.saved-by-other'), conflictIn(merge), 409)
    }
    try {
      return atChange(await save(form, now), request, posted, flatten(valuesOf(now)))
    } catch (error) {
      if (!(error instanceof SavedByOther)) throw error
      now = error.stored as Stored
    }
  }
  throw new Refusal('saved-by-other', 'state')
}

/** How a posted form merges with what is stored, both by their fields. */
export function mergePosted(posted: FormData, stored: FormValues, mine = fieldsOf(posted)): Merge {
  const text = (name: string) => String(posted.get(name) ?? '')
  return mergeFields({
    mine,
    theirs: flatten(stored),
    base: readMarks(text('base')),
    choices: choicesOf(posted),
    seen: readMarks(text('seen')),
  })
}

/** The two versions as the page asks about them; nothing when there is nothing to ask. */
export function conflictIn({ differences, seen }: Merge): { conflict?: Conflict } {
  return differences.length > 0 ? { conflict: { differences, seen: JSON.stringify(seen) } } : {}
}

const choice = 'choice.'

function choicesOf(posted: FormData): Record<string, Side> {
  return Object.fromEntries(
    [...posted].flatMap(([name, value]): [string, Side][] =>
      name.startsWith(choice) && (value === 'mine' || value === 'theirs')
        ? [[name.slice(choice.length), value]]
        : [],
    ),
  )
}

function fieldsOf(posted: FormData): Record<string, string> {
  const names = [...new Set(posted.keys())]
  return Object.fromEntries(names.map((name) => [name, posted.getAll(name).map(String).join('\n')]))
}

/** The posted form without the answers to what was asked. */
export function withoutChoices(posted: FormData): FormData {
  const form = new FormData()
  for (const [name, value] of posted) {
    if (!name.startsWith(choice) && name !== 'seen') form.append(name, value)
  }
  return form
}

/** The posted form with the stored value in every field that takes it. Fields that are lists merge by parts of their own. */
function mergedForm(posted: FormData, stored: FormValues, { sides, base }: Merge): FormData {
  const form = withoutChoices(posted)
  for (const [field, value] of Object.entries(flatten(stored))) {
    if (sides[field] === 'theirs') form.set(field, value)
  }
  form.set('base', JSON.stringify(base))
  return form
}
