import { saltedToken, sameHash } from '#app/shared/auth/tokens.server.ts'

const form = /^BT1\.([0-9a-f-]{36})\.([\w-]{16})$/

/** What the QR code at the door says: which registration, and that we wrote it. It opens nothing by itself. */
export function doorCode(registrationId: string): string {
  return `BT1.${registrationId}.${seal(registrationId)}`
}

/** The registration behind a scanned code, or null when we did not write it. */
export function readDoorCode(code: string): string | null {
  const [, registrationId, mark] = form.exec(code) ?? []
  if (!registrationId || !mark) return null
  return sameHash(mark, seal(registrationId)) ? registrationId : null
}

const seal = (registrationId: string) => saltedToken('door', registrationId).slice(0, 16)
