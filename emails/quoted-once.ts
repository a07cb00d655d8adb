/** A title that stands in quotation marks already, put into a sentence that quotes it: ““A film”” is said as “A film”. */
export function quotedOnce(text: string): string {
  return text.replace(/““([^“”]*)””/g, '“$1”')
}
