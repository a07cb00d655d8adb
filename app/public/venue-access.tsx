import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Lift, StepFree } from '#app/shared/vocabulary.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TranslatedProse } from '#app/ui/texts/translated.tsx'
import { liftName, stepFreeName } from './venue-labels.ts'

export type Access = {
  wayThere: TranslatedText
  entrance: TranslatedText
  parking: TranslatedText
  stepFree: StepFree | null
  lift: Lift | null
}

const isSaid = ({ vi, en }: TranslatedText) => Boolean(vi || en)

/** Whether anything is known of how one gets there and in. */
export function saysAccess({ wayThere, entrance, parking, stepFree, lift }: Access): boolean {
  return [wayThere, entrance, parking].some(isSaid) || stepFree !== null || lift !== null
}

/** How one gets to a venue and in; what nobody has said is left out. */
export function VenueAccess({ venue }: { venue: Access }) {
  const prose = (text: TranslatedText) => (isSaid(text) ? <TranslatedProse value={text} /> : null)
  const { stepFree, lift } = venue
  return (
    <DescriptionList
      entries={[
        { key: 'way', term: m['venues.form.way'](), value: prose(venue.wayThere) },
        { key: 'entrance', term: m['venues.form.entrance'](), value: prose(venue.entrance) },
        { key: 'step-free', term: m['venues.form.step-free'](), value: stepFree && stepFreeName(stepFree) },
        { key: 'lift', term: m['venues.form.lift'](), value: lift && liftName(lift) },
        { key: 'parking', term: m['venues.form.parking'](), value: prose(venue.parking) },
      ]}
    />
  )
}
