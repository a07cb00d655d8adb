import { countVisit, keepVisitsIn } from '#app/features/links/domain/counting/count-visits.server.ts'
import { openVisitJournal } from '#app/features/links/domain/counting/visit-journal.server.ts'

// What a web process does of visits, until it is killed: a sign for each that could be answered.
const [folder = '', linkId = ''] = process.argv.slice(2)
keepVisitsIn(openVisitJournal(folder))
const next = (): void =>
  countVisit({ linkId, kind: 'person', day: '2026-11-30', corrections: [] }, () => {
    process.stdout.write('.', next)
  })
for (let readers = 0; readers < 20; readers++) next()
