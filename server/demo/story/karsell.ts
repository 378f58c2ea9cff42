/** The dossier of the breach: its articles by publisher, what was noted, and why figures differ. */
export const karsellDossier = {
  name: 'Karsell dam breach',
  publishers: ['Meridian Wire', 'Velmora Today', 'Radio Ondre', 'The Anselm Gazette', 'The Northern Ledger'],
  note: 'The district said it would print its whole register on Monday. Until then 517 is the only count with names.',
  explained: [
    {
      between: [500, 2000],
      reason: 'other-date',
      text: 'The rapporteur’s office counts everyone who left the valley since the first evacuation order of 16 February. The other counts begin with the breach on 2 March.',
    },
    {
      between: [571, 517],
      reason: 'typo',
      text: 'Two digits of the table’s total were swapped. Its four rows add up to 517, which is the number of names in the register.',
    },
  ],
} as const
