/** The sessions that are chosen together, and the one from which a range begins. */
export type Selection = { chosen: readonly string[]; anchor: string | null }

/** `toggle` by pointer takes along the session that was taken before; `mark`, by key, does not. */
export type Picking = { id: string; how: 'only' | 'toggle' | 'mark' | 'range' }

export const nothingChosen: Selection = { chosen: [], anchor: null }

/** What is chosen after a click or a key; `order` is that in which a range runs. */
export function picked(before: Selection, { id, how }: Picking, order: readonly string[]): Selection {
  if (how === 'only') return { chosen: [], anchor: id }
  if (how === 'range') {
    const [from, to] = [order.indexOf(before.anchor ?? id), order.indexOf(id)]
    if (from < 0 || to < 0) return { chosen: [id], anchor: id }
    return { chosen: order.slice(Math.min(from, to), Math.max(from, to) + 1), anchor: before.anchor ?? id }
  }
  const alone = how === 'toggle' && before.chosen.length === 0 && before.anchor !== null
  const chosen = alone && before.anchor !== null ? [before.anchor] : before.chosen
  if (chosen.includes(id)) return { chosen: chosen.filter((one) => one !== id), anchor: id }
  return { chosen: [...chosen, id], anchor: id }
}

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** What a click on a session chooses. */
export function clickPicks(event: Omit<Pressed, 'key' | 'altKey'>): Picking['how'] {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only'
}

/** What a key chooses: Shift and Space the session that has the focus, Escape none; null when it is another key. */
export function keyPicks({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): 'mark' | 'none' | null {
  if (ctrlKey || metaKey || altKey) return null
  if (key === ' ' && shiftKey) return 'mark'
  return key === 'Escape' && !shiftKey ? 'none' : null
}

/** Those that a gesture on one session concerns: all that are chosen when it is one of them, else itself. */
export function concerned<One extends { id: string }>(
  session: One,
  chosen: readonly string[],
  sessions: readonly One[],
): One[] {
  if (chosen.length < 2 || !chosen.includes(session.id)) return [session]
  return sessions.filter((one) => chosen.includes(one.id))
}
