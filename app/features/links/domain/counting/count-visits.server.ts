import { log } from '#app/shared/http/log.server.ts'
import type { Correction } from '../bursts.ts'
import type { VisitKind } from '../visit.ts'
import { saveCounts } from './save-counts.server.ts'
import { addCounts, countLines, countOf, type VisitCounts } from './visit-counts.ts'
import type { VisitJournal } from './visit-journal.server.ts'

type Visit = { linkId: string; kind: VisitKind; day: string; corrections: Correction[] }

let journal: VisitJournal | null = null

let gathered: VisitCounts = new Map()
let waiting: (() => void)[] = []
// What goes into the database without a journal, one statement after the other.
let unsaved: VisitCounts = new Map()
let saving: Promise<void> | null = null

/** From now on visits are kept in a journal, which goes into the database by itself; null: in the database at once. */
export function keepVisitsIn(next: VisitJournal | null): void {
  journal = next
}

/**
 * Counts one request and calls back when that is kept: whoever is answered afterwards is not lost when this process is
 * killed. Requests of one turn of the event loop are kept together, a row a link and day.
 */
export function countVisit({ linkId, kind, day, corrections }: Visit, kept: () => void): void {
  countOf(gathered, linkId, day)[kind] += 1
  for (const { linkId: before, was, is, times } of corrections) {
    const count = countOf(gathered, before, day)
    count[was] -= times
    count[is] += times
  }
  waiting.push(kept)
  if (waiting.length === 1) setImmediate(keep)
}

function keep() {
  const counts = gathered
  const kept = waiting
  gathered = new Map()
  waiting = []
  if (journal?.append(countLines(counts))) return tell(kept)
  addCounts(unsaved, counts)
  void save().then(() => tell(kept))
}

function tell(kept: (() => void)[]) {
  for (const one of kept) one()
}

/** Those who come while others are saved are saved by the turn after the one that is on its way. */
async function save(): Promise<void> {
  await saving
  saving ??= saveAll()
  await saving
}

async function saveAll(): Promise<void> {
  const counts = unsaved
  unsaved = new Map()
  try {
    await saveCounts(counts)
  } catch (error) {
    // Nobody waits before a closed page for our figures: they are written with the next ones.
    addCounts(unsaved, counts)
    log().warn({ err: error }, 'visits of links wait to be counted')
  } finally {
    saving = null
  }
}

/** What this process has counted is in the database, for who reads figures there. */
export async function foldVisits(): Promise<void> {
  await journal?.fold()
}
