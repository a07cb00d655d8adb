/** What a venue's security may be told of a guest beside the name on the document. */
export type SecurityField = 'affiliation' | 'arrival' | 'vehicle' | 'nationality' | 'document'
