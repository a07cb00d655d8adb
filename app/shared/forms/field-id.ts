/** The id of a field's control: what lists of faults link to, and where a page begins after a save. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, '-')}`
}
