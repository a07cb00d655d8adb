import type { LoaderFunctionArgs } from '@remix-run/node'
import * as z from 'zod/mini'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { isCleanText } from '#app/shared/forms/form-text.ts'
import { initials } from '#app/ui/texts/initials.ts'
import { nameLanguage } from '#app/ui/texts/name-language.ts'
import {
  listPeopleToChoose,
  type PersonToChoose,
  searchPeopleToChoose,
} from '../../domain/people-to-choose.server.ts'

const askedSchema = z.object({
  q: z._default(z.string().check(z.maxLength(200), z.refine(isCleanText)), ''),
  page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000)), 1),
  ids: z.optional(
    z.pipe(
      z.pipe(
        z.string().check(z.maxLength(40 * 60)),
        z.transform((text) => text.split(' ').filter(Boolean)),
      ),
      z.array(z.uuid()),
    ),
  ),
})

/** For the field in which people are chosen (public/person-picker.js): a page of those who fit, or those of these ids. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.read')
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) throw new Refusal('form-unreadable', 'invalid')
  const { ids, q, page } = asked.data
  const found = ids
    ? { people: await listPeopleToChoose(ctx, event.id, ids), next: null }
    : await searchPeopleToChoose(ctx, event.id, { q, page })
  const people = found.people.map(toShow)
  return Response.json({ people, next: found.next }, { headers: { 'Cache-Control': 'no-store' } })
}

const toShow = (one: PersonToChoose) => ({
  ...one,
  initials: initials(one.name),
  lang: nameLanguage(one.name) ?? null,
})
