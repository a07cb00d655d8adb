import { Resolver } from 'node:dns/promises'
import { type Dns, NoAnswer } from './dns.ts'

const nothing = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN'])

/** Asks the resolvers of this machine, or those given; no answer is waited for longer than a few seconds. */
export function resolverDns({ servers = [] as string[], timeout = 2_000, tries = 2 } = {}): Dns {
  const resolver = new Resolver({ timeout, tries })
  if (servers.length > 0) resolver.setServers(servers)
  return {
    texts: async (name) => {
      const records = await orNothing(resolver.resolveTxt(name))
      return records.map((parts) => parts.join(''))
    },
    addresses: async (host) => {
      const both = await Promise.all([orNothing(resolver.resolve4(host)), orNothing(resolver.resolve6(host))])
      return both.flat()
    },
    mailHosts: async (domain) => {
      const records = await orNothing(resolver.resolveMx(domain))
      return records.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
    },
    names: (address) => orNothing(resolver.reverse(address)),
  }
}

async function orNothing<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (nothing.has(String(code))) return []
    throw new NoAnswer(String(code ?? error), { cause: error })
  }
}
