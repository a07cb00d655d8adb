import { createHash } from 'node:crypto'
import { signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { nextNumber } from './numbers.ts'

const site = 'http://localhost:3000'

/** Signs an account in; answers the cookie that its browser sends. */
export async function signInCookieOf(account: { id: string }): Promise<string> {
  const token = createHash('sha256').update(`sign-in ${nextNumber()} ${account.id}`).digest('base64url')
  const tokenHash = createHash('sha256').update(token).digest('base64url')
  await database()
    .insert(signIn)
    .values({ accountId: account.id, tokenHash, expiresAt: new Date(Date.now() + 86_400_000) })
  return `sign-in=${token}`
}

export function getPage(path: string, cookie = ''): Request {
  return new Request(site + path, { headers: { Cookie: cookie } })
}

/** A form as a browser posts it. */
export function postForm(
  path: string,
  fields: Record<string, string> | [string, string][],
  cookie = '',
): Request {
  const headers = { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Request(site + path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
}
