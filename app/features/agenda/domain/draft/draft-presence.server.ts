import { connection } from '#db/client.server.ts'

/** Who has the editor of a draft open, in one window of theirs. */
export type Presence = { eventId: string; editorId: string; accountId: string; name: string }
type Word = Presence & { is: 'here' | 'gone'; asks?: boolean }
type Member = Presence & { tell: (names: string[]) => void; told: string }
type Hub = { members: Set<Member>; seen: Map<string, Presence & { until: number }>; hearing: unknown }

const channel = 'draft_present'
const beat = 5000
/** Whoever was not heard of for so long is gone: their process may have died. */
const patience = 15_000
/** A stream that ends is taken up again by its browser; only who stays away so long has left. */
const grace = 3000

// On globalThis, so that a module reloaded in development does not listen twice.
const held = globalThis as { banTronPresence?: Hub }
const hub = () => (held.banTronPresence ??= { members: new Set(), seen: new Map(), hearing: null })
const keyOf = ({ eventId, editorId }: Presence) => `${eventId} ${editorId}`

/**
 * Says that somebody has a draft open, in whatever process, and tells them the names of the others each time they
 * become others, until `gone`. Nothing is stored: every process says now and then who is with it.
 */
export async function joinDraft(
  who: Presence,
  tell: (names: string[]) => void,
  gone: AbortSignal,
): Promise<void> {
  const member: Member = { ...who, tell, told: '' }
  const beating = setInterval(() => void say({ ...who, is: 'here' }), beat)
  hub().members.add(member)
  gone.addEventListener('abort', () => {
    clearInterval(beating)
    hub().members.delete(member)
    setTimeout(() => {
      const isBack = [...hub().members].some((one) => keyOf(one) === keyOf(who))
      if (!isBack) void say({ ...who, is: 'gone' })
    }, grace).unref()
  })
  await hearing()
  if (gone.aborted) return
  tellAll()
  await say({ ...who, is: 'here', asks: true })
}

function hearing(): unknown {
  const start = () => connection().sql.listen(channel, (payload) => hear(JSON.parse(payload) as Word))
  hub().hearing ??= start().catch((error) => {
    hub().hearing = null
    throw error
  })
  return hub().hearing
}

function hear({ is, asks, ...who }: Word) {
  const { members, seen } = hub()
  if (is === 'gone') seen.delete(keyOf(who))
  else seen.set(keyOf(who), { ...who, until: Date.now() + patience })
  if (asks) {
    const others = [...members].filter((one) => one.eventId === who.eventId && keyOf(one) !== keyOf(who))
    for (const { eventId, editorId, accountId, name } of others) {
      void say({ eventId, editorId, accountId, name, is: 'here' })
    }
  }
  tellAll()
}

/** Each who is here hears the others' names, their own other windows apart, when the list is another one. */
function tellAll() {
  const { members, seen } = hub()
  const now = Date.now()
  for (const [key, one] of seen) if (one.until < now) seen.delete(key)
  for (const member of members) {
    const others = [...seen.values()].filter(
      (one) => one.eventId === member.eventId && one.accountId !== member.accountId,
    )
    const names = [...new Map(others.map((one) => [one.accountId, one.name])).values()].sort()
    const told = names.join('\n')
    if (told === member.told) continue
    member.told = told
    member.tell(names)
  }
}

/** Not hearing of somebody for a moment is no harm: the next beat says it again. */
async function say(word: Word): Promise<void> {
  try {
    await connection().sql.notify(channel, JSON.stringify(word))
  } catch {}
}
