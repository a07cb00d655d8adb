import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

type Section = { id: string; slug: string; name: TranslatedText }
type Given<A, J> = { awards: readonly A[]; jurors: readonly J[]; sections: readonly Section[] }

/** Awards and juries by section, in the order of the sections; those of no section stand behind them. */
export function awardGroups<A extends { sectionId: string | null }, J extends { sectionId: string }>({
  awards,
  jurors,
  sections,
}: Given<A, J>) {
  const known = new Set(sections.map(({ id }) => id))
  const groups = sections.map((section) => ({
    key: section.slug,
    section: { slug: section.slug, name: section.name },
    jurors: jurors.filter(({ sectionId }) => sectionId === section.id),
    awards: awards.filter(({ sectionId }) => sectionId === section.id),
  }))
  const others = awards.filter(({ sectionId }) => sectionId === null || !known.has(sectionId))
  return [...groups, { key: 'others', section: null, jurors: [], awards: others }].filter(
    (group) => group.awards.length + group.jurors.length > 0,
  )
}
