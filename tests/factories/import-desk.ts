import * as importPage from '#app/features/exchange/organize/import.tsx'
import * as application from '#app/features/exchange/organize/import-application.tsx'
import * as preview from '#app/features/exchange/organize/import-preview.tsx'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'

/** An organizer of a new event at the pages of the import. */
export async function importDesk(timeZone = 'America/New_York') {
  const body = await organization()
  const startsAt = new Date('2027-03-11T22:00:00Z')
  const endsAt = new Date('2027-03-12T03:00:00Z')
  const made = await event({ hosts: [body], timeZone, startsAt, endsAt })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const args = (body: BodyInit | null, more: object = {}) => ({
    request: new Request('http://localhost:3000/x', {
      headers: { Cookie: cookie },
      ...(body && { method: 'POST', body }),
    }),
    params: { event: made.slug, ...more },
    context: {},
  })
  const form = (fields: Record<string, string | string[]>) => {
    const all = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) all.append(name, one)
    return all
  }
  const paste = async (text: string) => {
    const data = new FormData()
    data.set('text', text)
    const response = (await importPage.action(args(data))) as Response
    return response.headers.get('Location')?.split('/').at(-1) ?? ''
  }
  const look = async (id: string, fields?: Record<string, string | string[]>) =>
    fields
      ? (await preview.action(args(form(fields), { import: id }))).data.view
      : (await preview.loader(args(null, { import: id }))).data.view
  const apply = (id: string, fields: Record<string, string | string[]> = {}) =>
    application.action(args(form(fields), { import: id }))
  return { made, cookie, args, paste, look, apply }
}
