import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { env } from '#app/shared/env.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { applePass, type Ticket, type TicketWords } from './wallet-pass.ts'

type Keys = { type: string; team: string; certificate: string; key: string; intermediate: string }

/** Where passes for Apple Wallet are signed from; null where that is not configured. */
function appleKeys(): Keys | null {
  const {
    APPLE_WALLET_TYPE: type,
    APPLE_WALLET_TEAM: team,
    APPLE_WALLET_CERTIFICATE: certificate,
    APPLE_WALLET_KEY: key,
    APPLE_WALLET_INTERMEDIATE: intermediate,
  } = env()
  return type && team && certificate && key && intermediate
    ? { type, team, certificate, key, intermediate }
    : null
}

/** A ticket as a signed `.pkpass`: pass, pictures, a manifest of their hashes, and its signature (PKCS#7, detached). */
export async function applePassFile(
  ticket: Ticket,
  told: { locale: Locale; words: TicketWords },
): Promise<Uint8Array | null> {
  const keys = appleKeys()
  if (!keys) return null
  const icon = (name: string) => readFile(path.resolve('public', name))
  const identifiers = { passTypeIdentifier: keys.type, teamIdentifier: keys.team }
  const files: Record<string, Uint8Array> = {
    'pass.json': strToU8(JSON.stringify(applePass(ticket, identifiers, told))),
    'icon.png': await icon('icon-192.png'),
    'icon@2x.png': await icon('icon-192.png'),
    'logo.png': await icon('icon-192.png'),
  }
  const hashes = Object.entries(files).map(([name, content]) => [
    name,
    createHash('sha1').update(content).digest('hex'),
  ])
  const manifest = strToU8(JSON.stringify(Object.fromEntries(hashes)))
  const signature = await signManifest(manifest, keys)
  return zipSync({ ...files, 'manifest.json': manifest, signature })
}

async function signManifest(manifest: Uint8Array, keys: Keys): Promise<Uint8Array> {
  // Loaded with the first pass.
  const { default: forge } = await import('node-forge')
  const pem = (file: string) => readFile(file, 'utf8')
  const certificate = forge.pki.certificateFromPem(await pem(keys.certificate))
  const signed = forge.pkcs7.createSignedData()
  signed.content = forge.util.createBuffer(Buffer.from(manifest).toString('binary'))
  signed.addCertificate(certificate)
  signed.addCertificate(await pem(keys.intermediate))
  const { contentType, messageDigest, signingTime, data, sha256 } = forge.pki.oids
  signed.addSigner({
    key: forge.pki.privateKeyFromPem(await pem(keys.key)),
    certificate,
    digestAlgorithm: sha256 ?? '',
    authenticatedAttributes: [
      { type: contentType ?? '', value: data ?? '' },
      { type: messageDigest ?? '' },
      { type: signingTime ?? '' },
    ],
  })
  signed.sign({ detached: true })
  return Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), 'binary')
}
