import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import type { ImportChoices } from '../domain/plan/planned.ts'
import { readDate } from '../domain/read/read-day.ts'
import { choicesSchema } from './import.schema.ts'

/** The decisions of a posted form. Lists go together by their place. */
export function choicesOf(form: output<typeof choicesSchema>): ImportChoices {
  const pairs = (keys: string[], values: string[]): Record<string, string> => {
    const found = keys.flatMap((key, at) =>
      values[at]?.trim() ? [[key, values[at].trim().slice(0, 300)] as const] : [],
    )
    // Keys are words of a file: none may reach what every object has.
    return Object.assign(Object.create(null), Object.fromEntries(found))
  }
  return {
    readAsLocal: form.readAsLocal,
    day: readDate(form.day) ?? '',
    people: pairs(form.who, form.is),
    sameNames: form.sameNames,
    titles: pairs(form.row, form.title),
    kept: form.keep,
    taken: form.take,
    kinds: pairs(form.kindOf, form.kind),
    rooms: pairs(form.roomOf, form.room),
    roomNames: pairs(form.roomName, form.roomIs),
  }
}

/** What can be read of a form that cannot be read as a whole. */
export function readableChoices(values: FormValues): ImportChoices {
  const known = Object.entries(choicesSchema.shape).flatMap(([name, field]) => {
    const read = z.safeParse(field, values[name])
    return read.success ? [[name, read.data] as const] : []
  })
  const whole = z.safeParse(choicesSchema, Object.fromEntries(known))
  return whole.success ? choicesOf(whole.data) : noChoices
}

const none: Readonly<Record<string, string>> = Object.create(null)

/** What is decided before anybody was asked. */
export const noChoices: ImportChoices = {
  readAsLocal: false,
  day: '',
  people: none,
  sameNames: false,
  titles: none,
  kept: [],
  taken: [],
  kinds: none,
  rooms: none,
  roomNames: none,
}
