import * as z from 'zod/mini'
import { optionalText } from '#app/shared/forms/fields.ts'

/** More than a guest may ever bring, whatever a category says. */
export const mostCompanions = 10

/** One name a line. */
const names = z.pipe(
  optionalText(2000),
  z.pipe(
    z.transform((text: string) =>
      text
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    ),
    z.array(z.string().check(z.maxLength(120, 'registration.companions.name-long'))),
  ),
)
const number = z._default(
  z.coerce
    .number('shared.form.wrong')
    .check(
      z.int('shared.form.wrong'),
      z.gte(0, 'shared.form.wrong'),
      z.lte(mostCompanions, 'shared.form.wrong'),
    ),
  0,
)

/** How many somebody brings, and who they are if they like to say. */
export const companionFields = { companions: number, companionNames: names }

type Typed = { companions: number; companionNames: string[] }
export const namesFit = z.refine<Typed>(
  ({ companions, companionNames }) => companionNames.length <= companions,
  {
    error: 'registration.companions.names-many',
    path: ['companionNames'],
  },
)

export const companionsSchema = z.object(companionFields).check(namesFit)
