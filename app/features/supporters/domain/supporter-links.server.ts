import { readSignedIds, signedIds } from '#app/shared/auth/signed-ids.server.ts'

/** Opens the page of a supporter: it goes to an address that was proved, and is good for ever. */
export const supportingToken = (supporterId: string) => signedIds('supporting', supporterId)
/** Confirms what its supporter asked for: it goes to that address alone. */
export const joiningToken = (supporterId: string) => signedIds('joining', supporterId)

export const readSupportingToken = (token: string) => readSignedIds('supporting', token, 1)?.[0] ?? null
export const readJoiningToken = (token: string) => readSignedIds('joining', token, 1)?.[0] ?? null

/** One of the two whom an introduction is about. The letters in its mails are made where mail is written. */
export function readIntroductionToken(token: string): { introductionId: string; supporterId: string } | null {
  const [introductionId, supporterId] = readSignedIds('introduction', token, 2) ?? []
  return introductionId && supporterId ? { introductionId, supporterId } : null
}
