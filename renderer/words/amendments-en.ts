// Sentences of contract amendments in English.
import type { amendmentsZh } from './amendments-zh.ts'

export const amendmentsEn: Record<keyof typeof amendmentsZh, string> = {
  'amendments.versions': 'Versions of the contract',
  'amendments.prepared': '{{by}} is preparing amendment V{{version}}: {{reason}}',
  'amendments.open': 'Open amendment',
  'amendments.open-contract': 'Open contract',
  'amendments.superseded': 'This is what V{{version}} says; V{{inForce}} is in force.',
  'amendments.open-in-force': 'Open the version in force',
  'amendments.begin-text':
    'The contract as it stands is copied into an amendment. Change it, have it confirmed by the other side, then put it into force; until then the contract stays as it is.',
  'amendments.force-text':
    'The contract then says what the amendment says, as V{{version}}; the version before is kept in full. Receivables of goods that have left stay, what is still to ship follows. An approval given before ends.',
  'amendments.discard-text': 'The amendment in preparation is deleted; the contract stays as it is.',
  'amendments.about': 'Why it is amended',
  'amendments.confirmation-help':
    'Number of the mail, letter or countersigned copy by which the other side agrees; needed to put it into force',
  'amendments.none': 'No amendment in preparation',
  'amendments.none-text': 'The amendment of this contract has come into force or was discarded.',
  'amendments.stopped': 'It cannot come into force yet:',
  'amendments.over-purchased':
    'More is purchased than would be sold: {{lines}}. This may be put into force; amend the purchase contract with the factory too.',
  'amendments.over-purchased-line': '{{goods}}: sold {{asked}}, purchased {{purchased}}',
  'amendments.comma': '; ',
  'amendments.compare-before': 'Compare with the one before',
  'amendments.compare-changes': 'Show what changes',
  'amendments.from': 'From',
  'amendments.to': 'To',
  'amendments.no-changes': 'Both versions say the same',
  'amendments.line': 'Line {{line}} · {{goods}}',
  'amendments.line-added': 'Added',
  'amendments.line-removed': 'Taken out',
  'amendments.line-changed': 'Changed',
  'amendments.open-only': 'Only those in preparation',
}
