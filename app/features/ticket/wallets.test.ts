import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import forge from 'node-forge'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { loader as personalPage } from '#app/features/registration/registration.tsx'
import { forgetEnv, parseEnv } from '#app/shared/env.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage } from '#tests/factories/requests.ts'
import { loader as apple } from './apple-wallet.ts'
import { loader as google } from './google-wallet.ts'

await testDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'ban-tron-wallet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string) => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

/** A certificate of our own making, signed by itself or by another of ours. */
function certificate(
  name: string,
  by?: { certificate: forge.pki.Certificate; key: forge.pki.rsa.PrivateKey },
) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const made = forge.pki.createCertificate()
  made.publicKey = forge.pki.publicKeyFromPem(publicKey)
  made.serialNumber = '01'
  made.validity.notBefore = new Date(Date.now() - 86_400_000)
  made.validity.notAfter = new Date(Date.now() + 86_400_000)
  const subject = [{ name: 'commonName', value: name }]
  made.setSubject(subject)
  made.setIssuer(by ? by.certificate.subject.attributes : subject)
  made.setExtensions([{ name: 'basicConstraints', cA: !by }])
  const key = forge.pki.privateKeyFromPem(privateKey)
  made.sign(by?.key ?? key, forge.md.sha256.create())
  return { certificate: made, key, pem: forge.pki.certificateToPem(made), privateKey, publicKey }
}

const authority = certificate('Test authority')
const signer = certificate('Pass Type ID: pass.org.example', authority)
const account = certificate('Google')
const settings: Record<string, string> = {
  APPLE_WALLET_TYPE: 'pass.org.example.ticket',
  APPLE_WALLET_TEAM: 'ABCDE12345',
  APPLE_WALLET_CERTIFICATE: file('pass.pem', signer.pem),
  APPLE_WALLET_KEY: file('pass.key', signer.privateKey),
  APPLE_WALLET_INTERMEDIATE: file('wwdr.pem', authority.pem),
  GOOGLE_WALLET_ISSUER: '3388000000012345678',
  GOOGLE_WALLET_ACCOUNT: file(
    'account.json',
    JSON.stringify({ client_email: 'wallet@project.example', private_key: account.privateKey }),
  ),
}
const configure = (given: Record<string, string>) => {
  for (const name of Object.keys(settings)) delete process.env[name]
  Object.assign(process.env, given)
  forgetEnv()
}
afterEach(() => configure({}))

type Signed = { signature: string; authenticatedAttributes: forge.asn1.Asn1[] }

/** Whether a detached PKCS#7 signature is our signer's, over exactly this content. */
function isSignatureOf(signature: Uint8Array, content: Uint8Array): boolean {
  const { asn1, pkcs7 } = forge
  const parsed = asn1.fromDer(forge.util.createBuffer(Buffer.from(signature).toString('binary')))
  const { rawCapture } = pkcs7.messageFromAsn1(parsed) as object as { rawCapture: Signed }
  const { authenticatedAttributes: attributes } = rawCapture
  const signed = asn1.toDer(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, attributes)).getBytes()
  const digest = createHash('sha256').update(content).digest('binary')
  const verifier = createVerify('RSA-SHA256').update(Buffer.from(signed, 'binary'))
  const isOurs = verifier.verify(signer.publicKey, Buffer.from(rawCapture.signature, 'binary'))
  return isOurs && signed.includes(digest)
}

async function holder(values: Parameters<typeof registration>[1] = {}) {
  const row = await registration((await event()).guest, { name: 'Nguyễn Thị Ánh', ...values })
  const token = personalToken(row.tokenSalt)
  return { row, token, args: { request: getPage(`/registrations/${token}`), params: { token }, context: {} } }
}

describe('a pass for Apple Wallet', () => {
  it('holds the ticket, the hashes of its files, and a signature that openssl proves', async () => {
    configure(settings)
    const { row, token, args } = await holder({ locale: 'en' })
    const answer = await apple(args)
    expect(answer.headers.get('Content-Type')).toBe('application/vnd.apple.pkpass')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const { signature, 'manifest.json': manifest, ...hashed } = files
    if (!signature || !manifest) throw new Error('not signed')
    const hashes = Object.entries(hashed).map(([name, content]) => [
      name,
      createHash('sha1').update(content).digest('hex'),
    ])
    expect(JSON.parse(strFromU8(manifest))).toEqual(Object.fromEntries(hashes))
    const pass = strFromU8(files['pass.json'] ?? new Uint8Array())
    expect(JSON.parse(pass)).toMatchObject({
      formatVersion: 1,
      passTypeIdentifier: 'pass.org.example.ticket',
      teamIdentifier: 'ABCDE12345',
      serialNumber: row.ticketCode,
      barcodes: [{ message: `BT2.${row.ticketCode}`, format: 'PKBarcodeFormatQR' }],
      eventTicket: { secondaryFields: [{ value: 'Nguyễn Thị Ánh' }] },
    })
    expect(pass).not.toContain(token)
    expect(isSignatureOf(signature, manifest)).toBe(true)
    expect(isSignatureOf(signature, Buffer.from('{}'))).toBe(false)
  })
})

describe('a link to Google Wallet', () => {
  it('carries the ticket under the signature of the account', async () => {
    configure(settings)
    const { row, token, args } = await holder({ locale: 'vi' })
    const answer = await google(args)
    expect(answer.status).toBe(302)
    const link = answer.headers.get('Location') ?? ''
    expect(link).toMatch(/^https:\/\/pay\.google\.com\/gp\/v\/save\//)
    const [head = '', claims = '', signature = ''] = link.split('/').at(-1)?.split('.') ?? []
    const verifier = createVerify('RSA-SHA256').update(`${head}.${claims}`)
    expect(verifier.verify(account.publicKey, signature, 'base64url')).toBe(true)
    const told = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(told).toMatchObject({ iss: 'wallet@project.example', aud: 'google', typ: 'savetowallet' })
    const [ticket] = told.payload.eventTicketObjects
    expect(ticket).toMatchObject({
      ticketHolderName: 'Nguyễn Thị Ánh',
      barcode: { type: 'QR_CODE', value: `BT2.${row.ticketCode}` },
      classId: told.payload.eventTicketClasses[0].id,
    })
    expect(JSON.stringify(told)).not.toContain(token)
  })
})

it('wallets are offered where they are configured, to whoever has a seat', async () => {
  const { args } = await holder()
  expect(await personalPage(args)).toMatchObject({ ticket: { wallets: [] } })
  for (const loader of [apple, google])
    await expect(loader(args)).rejects.toMatchObject({ code: 'wallet-none' })
  configure(settings)
  expect(await personalPage(args)).toMatchObject({ ticket: { wallets: ['apple', 'google'] } })
  const waiting = await holder({ state: 'waitlisted' })
  for (const loader of [apple, google])
    await expect(loader(waiting.args)).rejects.toMatchObject({ code: 'ticket-none' })
})

it('a wallet that is configured in part or with a file that is not there stops the start', () => {
  const base = { SESSION_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://localhost/x' }
  expect(() => parseEnv({ ...base, ...settings })).not.toThrow()
  const { APPLE_WALLET_KEY: _, ...part } = settings
  expect(() => parseEnv({ ...base, ...part })).toThrow('APPLE_WALLET_KEY')
  expect(() => parseEnv({ ...base, ...settings, GOOGLE_WALLET_ACCOUNT: '/nowhere.json' })).toThrow(
    'GOOGLE_WALLET_ACCOUNT',
  )
})
