import type { DemoSource } from '../../demo-story'

export const statement: DemoSource = {
  kind: 'primary-document',
  stance: 'supports',
  title: 'Statement on Karsell: preliminary figures',
  publisher: 'Office of the UN rapporteur',
  date: '2026-03-05',
  quote: 'An estimated 2,000 persons have been displaced.',
  place: 'Paragraph 2',
  address: 'https://rapporteur.example/karsell/statement-1',
}

export const fieldCount: DemoSource = {
  kind: 'data',
  stance: 'refutes',
  title: 'Karsell field count, round two',
  publisher: 'Velmora Centre for Human Rights',
  date: '2026-03-03',
  quote: 'Between 500 and 600 people have left their homes.',
  place: 'Summary table',
  address: 'https://velmora-centre.example/counts/karsell-2',
}

export const evacuationOrder: DemoSource = {
  kind: 'primary-document',
  stance: 'context',
  title: 'Evacuation order no. 14, Ondre district',
  publisher: 'District gazette',
  date: '2026-02-15',
  quote: '1,450 residents are advised to leave by 16 February.',
  place: 'Page 3',
  address: 'https://gazette.ondre.example/2026/14',
}

export const levelGauge: DemoSource = {
  kind: 'data',
  stance: 'supports',
  title: 'Level gauge K2, hourly readings',
  publisher: 'Ondre Hydro',
  date: '2026-03-02',
  quote: '04:50: 61.2 m. 05:10: 48.9 m. 05:30: 31.4 m.',
  address: 'https://ondre-hydro.example/gauges/k2',
}

export const sunTable: DemoSource = {
  kind: 'data',
  stance: 'context',
  title: 'Sunrise table for Tolm, March 2026',
  publisher: 'Velmora Observatory',
  date: '2026-01-01',
  quote: '2 March: 06:41.',
  place: 'Row 61',
  address: 'https://observatory.velmora.example/sun/tolm',
}

export const works: DemoSource = {
  kind: 'primary-document',
  stance: 'supports',
  title: 'Register of large works, entry 117',
  publisher: 'Ministry of Works',
  date: '1975-05-20',
  quote: 'Karsell, earthfill, 41 m. Filled 1974. Taken over 12 May 1975.',
  address: 'https://works.velmora.example/register/117',
}

export const orrin: DemoSource = {
  kind: 'primary-document',
  stance: 'refutes',
  title: 'Report of the Orrin inquiry',
  publisher: 'National archive',
  date: '1963-04',
  quote: 'Eighty-four persons lost their lives when the Orrin dam failed.',
  place: 'Chapter 1',
  address: 'https://archive.velmora.example/orrin',
}

export const reservoirs: DemoSource = {
  kind: 'data',
  stance: 'refutes',
  title: 'Reservoirs of Velmora, volumes',
  publisher: 'Statistics Velmora',
  date: '2020',
  quote: 'Orrin (1961): 122 million cubic metres. Karsell: 38 million.',
  address: 'https://statistics.velmora.example/reservoirs',
}

export const committeeSheet: DemoSource = {
  kind: 'primary-document',
  stance: 'refutes',
  title: 'Registration sheet of 4 March',
  publisher: 'District relief committee',
  date: '2026-03-04',
  quote: 'Upper Karsell 212, Tolm 148, Brennach 96, Sedge Ford 61, together 517.',
  address: 'https://relief.ondre.example/sheets/0304',
}
