import type { PlannedPerson } from '../domain/plan-people.ts'

/** A plan as its preview shows it: what is unclear first, since that needs a person. */
export function importView(plan: readonly PlannedPerson[], ignored: readonly string[]) {
  const rows = plan.map(({ line, name, email, ...row }, at) => ({
    ...{ key: String(at), line, name, email },
    what: row.what === 'known' && Object.keys(row.fills).length > 0 ? ('filled' as const) : row.what,
    fields: row.what === 'known' ? Object.keys(row.fills) : [],
    why: row.what === 'unclear' ? row.why : null,
    as: row.what === 'unclear' ? (row.as ?? null) : null,
  }))
  const count = (what: (typeof rows)[number]['what']) => rows.filter((row) => row.what === what).length
  return {
    rows: [...rows.filter((row) => row.what === 'unclear'), ...rows.filter((row) => row.what !== 'unclear')],
    ignored: ignored.join(', '),
    added: count('new'),
    filled: count('filled'),
    same: count('known'),
    unclear: count('unclear'),
  }
}

export type ImportView = ReturnType<typeof importView>
