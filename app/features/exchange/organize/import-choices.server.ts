import type { output } from 'zod/v4/core'
import type { ImportChoices } from '../domain/planned.ts'
import { readDate } from '../domain/read-day.ts'
import type { choicesSchema } from './import.schema.ts'

/** The decisions of a posted form. Lists go together by their place. */
export function choicesOf(form: output<typeof choicesSchema>): ImportChoices {
  const pairs = (keys: string[], values: string[]) =>
    Object.fromEntries(
      keys.flatMap((key, at) => (values[at]?.trim() ? [[key, values[at].trim().slice(0, 300)]] : [])),
    )
  return {
    readAsLocal: form.readAsLocal,
    day: readDate(form.day) ?? '',
    people: pairs(form.who, form.is),
    titles: pairs(form.row, form.title),
    kept: form.keep,
  }
}

/** What is decided before anybody was asked. */
export const noChoices: ImportChoices = { readAsLocal: false, day: '', people: {}, titles: {}, kept: [] }
