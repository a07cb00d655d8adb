import * as z from 'zod/mini'
import { checkbox } from '#app/shared/forms/fields.ts'

const list = z._default(z.array(z.string()), [])

/** What organizers decide about a file: who is meant by a name, what a session is called, how its times are meant. */
export const choicesSchema = z.object({
  readAsLocal: checkbox(),
  who: list,
  is: list,
  row: list,
  title: list,
})
