import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadDrawing } from '#app/features/mail/domain/sending/drawing.server.ts'
import { dkimKey, sendingCheck } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { sendingDomains } from '../domain/keys.server.ts'
import { action, loader } from './sending-check.tsx'
import { action as makeKey } from './sending-key.ts'

const { db } = await testDatabase()

// A trial mail is drawn in a check: what draws it is there before, as in a process that has sent mail.
beforeAll(async () => void (await loadDrawing()))
beforeEach(async () => {
  await db.delete(dkimKey)
  await db.delete(sendingCheck)
})

const at = { params: {}, context: {} }
const cookieOf = async (role: 'admin' | 'organizer') =>
  signInCookieOf(await memberOf(await organization(), role))

test('a check is kept with its time, and says what to do; the key is shown as its record', async () => {
  const cookie = await cookieOf('admin')
  const page = async () =>
    ((await loader({ request: getPage('/organize/sending-check', cookie), ...at })) as { data: unknown }).data
  expect(await page()).toMatchObject({ domains: [{ isSigning: false }], isRunning: false, checks: [] })
  const made = await makeKey({
    request: postForm('/organize/sending-check/key', { domain: String(sendingDomains()[0]) }, cookie),
    ...at,
  })
  expect(made.headers.get('Location')).toBe('/organize/sending-check#key')
  const foreign = postForm('/organize/sending-check/key', { domain: 'example.net' }, cookie)
  await expect(makeKey({ request: foreign, ...at })).rejects.toMatchObject({ kind: 'invalid' })
  const checked = await action({ request: postForm('/organize/sending-check', {}, cookie), ...at })
  expect([checked.status, checked.headers.get('Location')]).toEqual([303, '/organize/sending-check'])
  const shown = await page()
  expect(shown).toMatchObject({
    domains: [
      {
        record: {
          name: expect.stringMatching(/^bantron-\d{8}\._domainkey\./),
          value: expect.stringMatching(/^v=DKIM1; k=rsa; p=MIIBIj[\w+/]{300,}=*$/),
        },
      },
    ],
    isRunning: false,
    shown: { isGreen: false },
    checks: [{ isOver: true, isGreen: false, wrong: expect.any(Number) }],
  })
  // Without a domain of our own, nobody was asked anything.
  expect(JSON.stringify(shown)).toContain('no-domain')
  expect(JSON.stringify(shown)).not.toContain('PRIVATE')
})

test('an organizer who is no admin sees nothing of it', async () => {
  const cookie = await cookieOf('organizer')
  const request = () => getPage('/organize/sending-check', cookie)
  await expect(loader({ request: request(), ...at })).rejects.toMatchObject({ kind: 'rights' })
  const post = { request: postForm('/organize/sending-check', {}, cookie), ...at }
  await expect(action(post)).rejects.toMatchObject({ kind: 'rights' })
})
