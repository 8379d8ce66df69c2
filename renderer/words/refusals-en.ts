// How each refusal, fault and field rule reads in English.
import type { refusalsZh } from './refusals-zh.ts'

export const refusalsEn: Record<keyof typeof refusalsZh, string> = {
  'refusal.invalid-input': 'Please correct: {{issues}}',
  'refusal.unknown-name': 'The hub does not know "{{name}}". Close and reopen the program, and update it to the hub\'s version if need be.',
  'refusal.signed-out': 'Your sign-in has ended. Please sign in again.',
  'refusal.session-locked': 'The screen is locked. Enter your password to go on.',
  'refusal.sign-in-failed': 'User name or password is not right. Please try again.',
  'refusal.sign-in-failed-wait': 'User name or password was wrong several times. Please try again in {{seconds}} s.',
  'refusal.not-permitted': 'You lack the permission "{{permission}}". If you need it, ask your company\'s administrator.',
  'refusal.not-found':
    '{{resource}} not found: it does not exist, or you may not see it. Refresh and look again, or ask an administrator for the right to see it.',
  'refusal.unknown-field': 'There is no column "{{field}}" here. Clear filters and sorting and try again.',
  'refusal.id-taken':
    'This came under the identification of a record that exists already; nothing was changed. Refresh and see whether it was saved; if not, start a new one.',
  'refusal.command-id-reused':
    'This submission clashes with an earlier one and was not carried out twice. Refresh, check, and submit again.',
  'refusal.office-only': 'Only with the office: this can be done once the office can be reached again. What you have typed stays.',
  'refusal.waits-for-office': 'Saved, waiting for the office: it is done when the office can be reached again, and gets its number then.',
  'refusal.office-busy': 'The office has too much to do at this moment; nothing was lost or done. Please try again in {{seconds}} s.',
  'refusal.too-many-at-once-report':
    'You already have {{most}} reports waiting or being made, the most for one person. Please wait until one is done, or close reports you do not need.',
  'refusal.too-many-at-once-export':
    'You already have {{most}} exports waiting or being written, the most for one person. Please wait until one is done, then try again.',
  'refusal.took-too-long':
    'It was not done after {{minutes}} minutes and has been stopped; nothing was changed. Please choose a shorter period or add filters, then try again.',
  'refusal.given-up': 'The window that asked was closed, so this was stopped. Please try again if it is still needed.',
  'refusal.changed-meanwhile':
    'Someone saved a newer version meanwhile (you saw version {{expected}}, now it is {{found}}). Look at the new version first, then decide which to keep.',
  'refusal.similar-party': 'This may be here already: {{names}}. Open the one that is here, or say why another is needed.',
  'refusal.already-exists': '{{field}} "{{value}}" exists already. Please choose another.',
  'refusal.wrong-state': '{{record}}: its state is "{{state}}"; this needs "{{needed}}". Refresh and look again.',
  'refusal.wrong-item': 'This is "{{state}}"; only "{{needed}}" can be used here. Choose another one.',
  'refusal.wrong-state-other': '{{record}} is not in a state for this any more. Refresh and look again.',
  'refusal.in-use': 'Not possible: {{by}} {{number}} uses it. Deal with that one first.',
  'refusal.nothing-to-do': 'There is nothing to change.',
  'refusal.password-too-weak-length': 'The password is too short: use at least 12 characters. A phrase you remember is best.',
  'refusal.password-too-weak-common': 'This password is common and easily guessed. Choose another, such as a phrase that only you know.',
  'refusal.password-too-weak-same': 'The new password is the same as the current one. Please choose another.',
  'refusal.last-owner': 'The company needs at least one active owner. Make another user an owner first.',
  'refusal.owners-only':
    'Only an owner can do this: nobody else changes the accounts of owners, the rights that only owners give, or the approvals that ask an owner. Ask an owner to do it.',
  'refusal.and-more': '{{first}} and {{more}} more',
  'refusal.own-rights-widened':
    'This would give you yourself: {{rights}}. Nobody adds rights or widens the scope of data for himself. If you need them, ask an owner to change your roles.',
  'refusal.inactive-party':
    '"{{party}}" is inactive or blacklisted, so this cannot go on. Activate it again or take it off the blacklist on its own page, or choose another.',
  'refusal.disk-full':
    "The hub's disk is full: nothing was saved. What you typed is still here. Make space on the hub (empty the bin, move large files away), then save again. Reading and signing in go on.",
  'refusal.disk-read-only':
    "The hub's data folder cannot be written (the disk is read-only, or the permission is missing): nothing was saved. What you typed is still here. Ask whoever keeps the hub to check the disk and the folder's permissions, then save again.",
  'refusal.disk-failing':
    "The hub's disk reports errors: nothing was saved. What you typed is still here. Check at once in Backups that the newest copy is good, and ask whoever keeps the hub to check or replace the disk.",
  'refusal.file-not-written':
    'The file was not written: the disk is full, or that place may not be written. Choose another folder or make space, then export again.',
  'refusal.backup-under-way': 'The same task is running already. Please wait until it is done; the Backups page shows how far it is.',
  'refusal.backup-damaged': 'This backup is damaged ({{finding}}) and cannot be restored. Choose another one whose check was good.',
  'refusal.setup-code-wrong': "The first-start code is not right. Compare it with the one on the hub's own screen.",
  'refusal.already-founded': 'The company exists already. Please sign in.',
  'refusal.quantity-exceeded': 'Line {{line}}: {{asked}} asked, only {{left}} left. Change the quantity to {{left}} or less.',
  'refusal.amendment-open':
    'Contract {{number}} has amendment V{{version}} in preparation. Put it into force or discard it before you begin another.',
  'refusal.amended-below-shipped': '"{{goods}}": {{asked}} asked, but {{used}} has been shipped ({{number}}). Enter {{used}} or more.',
  'refusal.amended-below-planned':
    '"{{goods}}": {{asked}} asked, but {{used}} is shipped or planned ({{number}}). Make {{number}} smaller first, or enter {{used}} or more.',
  'refusal.amended-below-billed': '"{{goods}}": {{asked}} asked, but the factory has billed {{used}} ({{number}}). Enter {{used}} or more.',
  'refusal.amended-in-use': '{{field}} cannot change: {{by}} {{number}} was made with it is. Keep it, or deal with that one first.',
  'refusal.amended-in-use-line':
    '{{field}} of "{{goods}}" cannot change: {{by}} {{number}} was made with it is. Keep this line and add another.',
  'refusal.currency-differs': 'Currencies differ: {{expected}} expected, {{found}} found. Use {{expected}}, or choose another document.',
  'refusal.party-differs': 'Parties differ: "{{expected}}" expected, "{{found}}" found. Choose one of "{{expected}}".',
  'refusal.date-ahead': '{{field}} {{day}} has not come yet: today is {{today}}. Enter today or an earlier day.',
  'refusal.date-out-of-order': 'Dates out of order: {{later}} cannot be before {{earlier}}. Change the date.',
  'refusal.approval-needed-none':
    '{{kind}} {{number}} is not approved: it has not been submitted yet. Open it and submit it for approval first.',
  'refusal.approval-needed-pending':
    '{{kind}} {{number}} is not approved yet: it is waiting for its approver. Open Today’s tasks to see for whom.',
  'refusal.approval-needed-rejected':
    '{{kind}} {{number}} was not approved: it has been rejected. Read the reason, change it and submit it again.',
  'refusal.approval-needed-returned': '{{kind}} {{number}} is not approved yet: a change was asked for. Change it and submit it again.',
  'refusal.approval-needed-ended':
    'The approval of {{kind}} {{number}} has ended: it was changed after it was submitted. Submit it again before going on.',
  'refusal.credit-limit-exceeded':
    "Over the customer's credit limit: limit {{limit}}, used with this one {{exposure}}, {{excess}} too much (receivables {{receivables}}, this one {{addition}}, received and not applied {{advances}}, covered by credits and insurance {{covered}}). Collect first, change the limit, or ask for over-limit approval.",
  'refusal.credit-overdue':
    'The customer has a receivable {{days}} days overdue, more than the company allows (receivables {{receivables}}, this one {{addition}}, received and not applied {{advances}}, covered by credits and insurance {{covered}}). Collect first, or ask for over-limit approval.',
  'refusal.payment-request-needed':
    'Payments need an approved request. Make a payment request for {{party}}, submit it, and pay from the request once it is approved.',
  'refusal.freight-inquiry-needed':
    'Booking needs a freight inquiry: shipment {{shipment}} has none under way. Make one from the shipment’s page, get valid quotes of at least {{needed}} different forwarders and choose one.',
  'refusal.freight-quotes-needed':
    'Freight inquiry {{number}}: {{missing}} more quotes needed. {{needed}} different forwarders must have a valid quote, {{valid}} have (declined {{declined}} and expired {{expired}} do not count). Open it to enter quotes, or ask another forwarder.',
  'refusal.freight-quote-needed':
    'Freight inquiry {{number}}: 1 more quote needed. {{needed}} different forwarders must have a valid quote, {{valid}} have (declined {{declined}} and expired {{expired}} do not count). Open it to enter the quote, or ask another forwarder.',
  'refusal.freight-choice-needed': 'No quote of freight inquiry {{number}} is chosen yet. Open it and choose one before booking.',
  'refusal.freight-not-covered':
    'Freight inquiry {{number}} is about something else: {{field}} is “{{inquired}}” there and “{{shipped}}” on the shipment. Correct the shipment, or change the inquiry and have it quoted again.',
  'refusal.freight-quote-expired':
    'The chosen quote of freight inquiry {{number}} ({{forwarder}}) ran out on {{validTo}}. Have it quoted again, choose it and book.',
  'refusal.freight-quote-incomplete':
    'The quote is incomplete: no ocean freight for {{unpriced}}. Add it; a quote by the ton needs the volume or weight on the inquiry.',
  'refusal.bank-details-needed':
    'Nothing can be paid: no bank details of “{{party}}” are recorded. Enter them on its page and have a second person confirm them.',
  'refusal.bank-details-unconfirmed':
    'Nothing can be paid: no second person has confirmed the bank details of “{{party}}” ({{state}}). Who can: {{who}}. Call the party first on a number known before, never on one from a mail.',
  'refusal.bank-details-nobody':
    'Nothing can be paid: no second person has confirmed the bank details of “{{party}}” ({{state}}), and nobody can now. Ask an administrator to name somebody in the approval routes.',
  'refusal.no-approver':
    'Nobody can approve step {{step}}. Ask an administrator to name somebody in the approval routes, or to give them the right to decide approvals. If only you can approve, this is your own paper: turn on "Self-approval" under "Control switches" (not for bank details).',
  'refusal.not-your-step': 'This step is for {{who}} to decide. Ask them to.',
  'refusal.self-approval':
    'You cannot approve what you have entered or submitted yourself. Please wait for another approver; an office of one person may turn on "Self-approval" under "Control switches" (not for bank details).',
  'refusal.already-decided': 'This approval is already “{{state}}” and cannot be decided the other way. Refresh to see it.',
  'refusal.amount-not-zero': '{{amount}} is left; it must be zero for this. Change the amount, or what is chosen.',
  'refusal.milestones-begun':
    'Something has been recorded on {{touched}} milestones of {{contract}}, so another template cannot take their place. Add milestones, or skip those not needed.',
  'refusal.day-not-over': '{{day}} is not over yet: periods are closed up to a day that is past. Choose {{latest}} or an earlier day.',
  'refusal.period-closed':
    'The books are closed through {{closedThrough}}, so nothing can be posted on {{date}}. Use a later date, or ask the accountant to reopen.',
  'refusal.period-revalued':
    'Foreign currency was revalued on {{revaluedThrough}} ({{number}}): nothing in it is posted on {{date}} any more. Use a later day, or take that revaluation back under "Revaluations", post, and revalue again.',
  'refusal.rate-missing': 'No {{currency}} rate is known on or before {{date}}. Enter one under "Exchange rates" first.',
  'refusal.rate-must-be-one': '{{currency}} is the base currency: its rate can only be 1. Enter 1.',
  'refusal.allocation-exceeds': '{{asked}} asked, but only {{open}} of {{document}} is open. Change the amount to {{open}} or less.',
  'refusal.allocation-exceeds-unseen':
    '{{asked}} is more than is open of {{document}}. Enter a smaller amount, or ask a colleague who may see payables.',
  'refusal.already-allocated': '{{document}} is allocated. Undo the allocation first, then reverse it.',
  'refusal.already-reversed': '{{document}} has been reversed already.',
  'refusal.ledger-unbalanced':
    'Debits and credits differ by {{difference}} minor units, so nothing was written. Please tell your administrator.',
  'fault.numbered':
    'Something unexpected happened, number {{fault}}. No data was changed; try again, and if it happens once more give this number to your administrator.',
  'fault.reachable-again': 'The hub is back. What you submitted was not confirmed: submit it again, nothing will happen twice.',
  'fault.unreachable': 'The hub cannot be reached at the moment. What you typed is kept; submit again later, nothing will happen twice.',
  'fault.screen': 'Something unexpected happened on this page. No data was changed; try again, or close the tab and open it anew.',
  'rule.required': 'Required',
  'rule.decimal': 'Enter a number (not too many decimals)',
  'rule.email': 'Enter an e-mail address such as name@firm.com; separate several by semicolons',
  'rule.positive': 'Must be more than 0',
  'rule.not-negative': 'Cannot be negative',
  'rule.ahead': 'That day has not come yet',
  'rule.before': 'Earlier than what it follows from',
  'rule.wrong-password': 'Not right, please type it again',
  'rule.folder': 'Give the whole path, such as D:\\Backups or /mnt/backup',
  'rule.out-of-order': 'Out of order: see above',
  'rule.date': 'Enter a date such as 2026-03-08',
  'rule.currency': 'Choose a currency',
  'rule.country': 'Choose a country',
  'rule.login': '2–40 characters: letters, digits, dot, hyphen, underscore',
  'rule.password-length': 'At least 12 characters',
  'rule.ascending': 'Must be ascending',
  'rule.hs-code': 'An HS code has 4–13 digits',
  'rule.id': 'Choose one',
  'rule.item': 'Choose an open item',
  'rule.shares-must-be-100': 'The shares must add up to exactly 100 %',
  'rule.too-long': 'Too long',
  'rule.too-many': 'Too many',
  'rule.too-big': 'Too large',
  'rule.too-small': 'Too small',
  'rule.integer': 'Enter a whole number',
  'rule.choice': 'Choose one',
  'rule.unit': 'Choose a unit of the table of units',
  'rule.conversion': 'The unit is not that of the sales contract: state how many bought are how many sold, such as 1:10',
  'rule.time-zone': 'There is no such time zone',
  'rule.cannot-decide': 'has no right to decide approvals: give it in the roles first',
  'rule.cycle': 'Cannot stand below itself',
  'rule.duplicate': 'Given twice',
  'rule.taken': 'Taken already: choose another',
  'rule.operator': 'This column cannot be filtered that way',
  'rule.other-currency': "The currency sign is not this document's: check the amount",
  'rule.not-found': 'Not found: choose one, or empty the cell',
  'rule.depth': 'Nested too deep for this program',
  'rule.unknown': 'Please check this',
  'rule.line': 'line {{line}}',
}
