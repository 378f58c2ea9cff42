import type { DemoArticle } from '../demo-story'

export const harbourCourier: DemoArticle = {
  address: 'https://harbour-courier.example/inland/dams-of-velmora',
  title: 'How safe are Velmora’s other dams?',
  publisher: 'The Harbour Courier',
  byline: 'Aldo Brennick',
  published: '2026-03-08',
  importedBy: 'lena',
  body: [
    'Velmora has 62 large dams. Nineteen of them are earthfill, as Karsell was, and seven of those were built by the same firm.',
    'The inspectorate has eleven engineers for all of them. “We see each dam every eighteen months,” said its head, Ilse Varga, “and the old ones every six.”',
    'An engineers’ association has asked for sirens at every dam above a settlement since 2009.',
  ],
  claims: [],
}
