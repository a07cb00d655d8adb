import type { Context } from '#app/shared/context.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { RefusedForm } from '#app/shared/forms/read-form.server.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import type { ListedAward } from '../../domain/awards/awards.server.ts'
import type { AwardDetails } from '../../domain/awards/save-award.server.ts'
import { creditsMeant, type MeantCredits } from '../../domain/credits-meant.server.ts'
import { type AwardForm, winnerRows } from './award-form.schema.ts'

type Meant = { ok: true; details: AwardDetails } & Pick<MeantCredits, 'newcomers'>

/** What the form says of an award, with its people as they are known; or the form with its faults. */
export async function awardMeant(
  ctx: Context,
  eventId: string,
  { data, values }: { data: AwardForm; values: FormValues },
  before?: ListedAward,
): Promise<Meant | RefusedForm> {
  const errors: FormErrors = {}
  const own = (before?.winners ?? []).flatMap(({ person }) =>
    person ? [{ role: 'cast' as const, personId: person.id, name: person.name }] : [],
  )
  const people = new Map<string, string>()
  const newcomers = new Map<string, MeantCredits['newcomers'][number]>()
  for (const row of winnerRows) {
    const { person } = data.winners[row]
    if (!person || people.has(person)) continue
    const meant = await creditsMeant(ctx, eventId, { cast: [person] }, own)
    const [one] = meant.credits
    if (one) people.set(person, one.personId)
    else {
      const message = `films.form.person-several?${new URLSearchParams({ name: person })}`
      putAt(errors, ['winners', row, 'person'], { type: 'refused', message })
    }
    for (const newcomer of meant.newcomers) newcomers.set(newcomer.id, newcomer)
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, values }
  const winners = winnerRows.flatMap((row) => {
    const { film, person, citation } = data.winners[row]
    const won = { filmId: film || null, personId: people.get(person) ?? null, citation }
    return won.filmId || won.personId ? [won] : []
  })
  const { name, position } = data
  const details = { name, position, sectionId: data.section || null, winners }
  return { ok: true, details, newcomers: [...newcomers.values()] }
}

/** A stored award as its form shows it. */
export function awardFormValues({ name, sectionId, position, winners }: ListedAward): FormValues {
  const rows = winnerRows.map((row, at) => {
    const won = winners[at]
    return [
      row,
      { film: won?.film?.id ?? '', person: won?.person?.name ?? '', citation: inBoth(won?.citation) },
    ] as const
  })
  return {
    name: inBoth(name),
    section: sectionId ?? '',
    position: String(position),
    winners: Object.fromEntries(rows),
  }
}
