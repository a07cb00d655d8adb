import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMailbox } from '#tests/mailbox.ts'
import { failureOf, Unsent } from './failures.ts'
import { signedHeaders } from './signature.server.ts'
import { smtpTransport, type Transport } from './smtp-transport.server.ts'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const dkim = {
  domainName: 'example.org',
  keySelector: 's1',
  privateKey,
  headerFieldNames: signedHeaders,
}

let mailbox: Awaited<ReturnType<typeof openMailbox>>
let transport: Transport
beforeEach(async () => {
  mailbox = await openMailbox()
  transport = smtpTransport(mailbox.url)
})
afterEach(async () => {
  transport.close()
  await mailbox.close()
})

let count = 0
const send = (to: string) => {
  count += 1
  const letter = { from: 'events@example.org', to, subject: 'Đổi phòng', text: 'Phòng 2' }
  return transport.send({ ...letter, messageId: `<${count}@example.org>`, dkim })
}
const failed = (to: string) =>
  send(to).then(
    () => null,
    (error: unknown) => error,
  )

test('a signed mail arrives signed', async () => {
  await send('lan@example.org')
  const [mail] = mailbox.mails
  expect(mail?.raw).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=example\.org;/m)
})

test('how far it came is known as of any other: a refused address, a text that was cut', async () => {
  mailbox.behave('dead@example.org', { refuse: 550 })
  const refused = await failed('dead@example.org')
  expect(refused).toMatchObject({ stage: 'envelope' })
  expect(failureOf(refused)).toMatchObject({ kind: 'permanent' })
  mailbox.behave('cut@example.org', { cut: 'inside' })
  const cut = await failed('cut@example.org')
  expect(cut).toBeInstanceOf(Unsent)
  expect(failureOf(cut)).toMatchObject({ kind: 'temporary', words: 'outcome-unknown' })
})
