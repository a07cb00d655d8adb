import type { output } from 'zod/v4/core'
import type { ImportChoices } from '../domain/plan-import.ts'
import type { choicesSchema } from './import.schema.ts'

/** The decisions of a posted form. Lists go together by their place. */
export function choicesOf(form: output<typeof choicesSchema>): ImportChoices {
  const pairs = (keys: string[], values: string[]) =>
    Object.fromEntries(
      keys.flatMap((key, at) => (values[at]?.trim() ? [[key, values[at].trim().slice(0, 300)]] : [])),
    )
  return {
    readAsLocal: form.readAsLocal,
    people: pairs(form.who, form.is),
    titles: pairs(form.row, form.title),
  }
}

export const noChoices: ImportChoices = { readAsLocal: false, people: {}, titles: {} }
