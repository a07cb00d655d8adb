import { expect, test } from 'vitest'
import { Refusal } from '#app/shared/errors.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm } from '#tests/factories/requests.ts'
import { personalToken } from '../domain/links/personal-link.server.ts'
import { loader as personalPage } from '../registration.tsx'
import { action, loader } from './reminders.tsx'

await testDatabase()

test('a guest turns reminders off and on by their own page, and a look changes nothing', async () => {
  const { guest } = await event({ remindsHourBefore: false })
  const token = personalToken((await registration(guest)).tokenSalt)
  const path = `/registrations/${token}/reminders`
  const at = { params: { token }, context: {} }
  const look = () => loader({ request: getPage(path), ...at })
  const post = (fields: Record<string, string>) => action({ request: postForm(path, fields), ...at })
  const shown = { remindsDayBefore: true, remindsHourBefore: false }
  expect(await look()).toMatchObject({ reminders: { ...shown, reminded: true } })
  const answer = await post({ reminders: 'off' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/registrations/${token}`])
  expect(await look()).toMatchObject({ reminders: { ...shown, reminded: false } })
  expect(await personalPage({ request: getPage(path), ...at })).toMatchObject({
    reminders: { ...shown, reminded: false },
  })
  await expect(post({ reminders: 'maybe' })).rejects.toBeInstanceOf(Refusal)
  await post({ reminders: 'on' })
  expect(await look()).toMatchObject({ reminders: { reminded: true } })
})
