export default {
  view: 'View sensitive data',
  closed: 'Health, disability, bank account, children and the like are hidden',
  open: 'Sensitive data is open; every look is logged',
  closesIn: 'closes after {{time}} without use',
  close: 'Close',
  passphrase: 'Passphrase of sensitive data',
  passphraseMissing: 'Enter the passphrase of sensitive data',
  openText:
    'Sensitive data has a passphrase of its own. Enter it and the reason; that it was opened and why is logged, the passphrase is not.',
  openSampleText:
    'The people of the sample are fictional: a reason is enough. A real record asks for its own passphrase.',
  forgotten: 'Forgotten? Set it anew',
  setUpTitle: 'Set the passphrase of sensitive data',
  setUpText:
    'Only who knows this passphrase sees health, disability, bank accounts, children, findings of check-ups and confidential requests. It must differ from the one that opens the record; tell it only to those who handle these cases.',
  resetTitle: 'Set the passphrase of sensitive data anew',
  resetText:
    'The passphrase or the recovery code of the record shows that you may; then another passphrase for sensitive data can be set. This is logged.',
  proofBy: 'Shown by',
  branchPassphrase: 'Passphrase of the record',
  proofMissing: 'Please fill in',
  reasonFile: 'Opening a hardship file',
  reasonAid: 'Giving aid',
  reasonReview: 'Yearly review',
  reasonAnswer: 'Handling a request',
  section: 'Passphrase of sensitive data',
  sectionText:
    'Health, disability, bank accounts, children, findings of check-ups and confidential requests open only with another passphrase, and close after ten minutes without use.',
}
