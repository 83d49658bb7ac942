import type { MadeUpSheet } from './sheets.js';

const sailors = ['Junior Sailor', 'Sailor', 'Senior Sailor'];

/** Made-up ladders whose headings say less, or something else, than they seem to. */
export const oddHeadings: Record<string, MadeUpSheet> = {
  'a column for each behaviour': {
    csv: `Role,Competency,Behaviour 1,Behaviour 2,Behaviour 3
Junior Sailor,Knots,Ties four knots,Coils a rope,Asks before cutting one
Sailor,Knots,Splices two ropes,"Teaches knots, slowly",
Senior Sailor,Knots,Decides which ropes we buy,,Answers for the rigging
`,
    ...{ shape: 'long', roles: sailors, competencies: ['Knots'], asked: 'C2:E4' },
  },
  'numbered behaviours, each with its example': {
    csv: `Role,Skill,Indicator 1,Example 1,Indicator 2,Example 2
Junior Sailor,Knots,Ties four knots,Tied them on Monday,Coils a rope,Coiled the long one
Sailor,Knots,Splices two ropes,,Teaches knots,Taught Bo
`,
    ...{ shape: 'long', roles: ['Junior Sailor', 'Sailor'], competencies: ['Knots'] },
    asked: 'C2:F3',
  },
  'what and an example below each role': {
    csv: `Skill,Junior Sailor,,Sailor,,Senior Sailor,
,What,Example,What,Example,What,Example
Knots,Ties four knots,Tied the boat in May,Splices ropes,Spliced the anchor rope,Buys ropes,Bought hemp
Watch,Stays awake,,Sees ships first,Saw the ferry,Plans the watch,Planned the night of the storm
`,
    ...{ shape: 'roles-across', roles: sailors, competencies: ['Knots', 'Watch'], asked: 'B3:G4' },
  },
  'what and how in the row of the headings, with roles above': {
    csv: `,Junior Sailor,,Sailor,
Skill,What,How,What,How
Knots,Ties four knots,With both hands,Splices ropes,Without a knife
Watch,Stays awake,Standing up,Sees ships first,From the mast
`,
    ...{ shape: 'roles-across', roles: ['Junior Sailor', 'Sailor'] },
    ...{ competencies: ['Knots', 'Watch'], asked: 'B3:E4' },
  },
  'the parts of what is asked beside the competencies': {
    csv: `Skill,Part,Junior Sailor,Sailor
Knots,Expectation,Ties four knots,Splices ropes
,Example,Tied the boat in May,Spliced the anchor rope
Watch,Expectation,Stays awake,Sees ships first
,Example,,Saw the ferry
`,
    ...{ shape: 'roles-across', roles: ['Junior Sailor', 'Sailor'] },
    ...{ competencies: ['Knots', 'Watch'], asked: 'C2:D5' },
  },
  'areas before the skills': {
    csv: `Area,Skill,Junior Sailor,Sailor,Senior Sailor
Deck,Knots,Ties four knots,Splices ropes,Buys ropes
Deck,Paint,Scrapes rust,Paints the hull,Chooses colours
Galley,Stew,Peels,Cooks for ten,Plans the stores
`,
    ...{ shape: 'roles-across', roles: sailors, asked: 'C2:E4' },
    competencies: ['Knots', 'Paint', 'Stew'],
  },
  'a level and its name': {
    csv: `Level,Level name,Skill,Text
1,Junior Sailor,Knots,Ties four knots
2,Sailor,Knots,Splices ropes
3,Senior Sailor,Knots,Buys ropes
`,
    ...{ shape: 'long', roles: ['Junior Sailor 1', 'Sailor 2', 'Senior Sailor 3'] },
    ...{ competencies: ['Knots'], asked: 'D2:D4' },
  },
  'a row of levels and a row of their names': {
    csv: `Level,1,2
Level name,Junior Sailor,Sailor
Knots,Ties four knots,Splices ropes
Watch,Stays awake,Sees ships first
`,
    ...{ shape: 'roles-across', roles: ['Junior Sailor 1', 'Sailor 2'] },
    ...{ competencies: ['Knots', 'Watch'], asked: 'B3:C4' },
  },
  'numbers before the names of skills': {
    csv: `Role,1. Knots,2) Watch,(3) Stew
Junior Sailor,Ties four knots,Stays awake,Peels
Sailor,Splices ropes,Sees ships first,Cooks for ten
`,
    ...{ shape: 'roles-down', roles: ['Junior Sailor', 'Sailor'] },
    ...{ competencies: ['1. Knots', '2) Watch', '(3) Stew'], asked: 'B2:D3' },
  },
  'years in another language': {
    csv: `Kompetenz,Junior Matrose,Matrose
Jahre,"0–1,5","1,5–3"
Knoten,Bindet vier Knoten,Spleißt Seile
Wache,Bleibt wach,Sieht Schiffe zuerst
`,
    ...{ shape: 'roles-across', roles: ['Junior Matrose', 'Matrose'] },
    ...{ competencies: ['Knoten', 'Wache'], asked: 'B3:C4' },
  },
  'bold and italic names': {
    csv: `**Role**,**Skill**,**Text**
**Junior Sailor**,*Knots*,Ties **four** knots
__Sailor__,\`Knots\` (all),_Splices_ ropes
`,
    ...{
      shape: 'long',
      roles: ['Junior Sailor', 'Sailor'],
      competencies: ['Knots', 'Knots (all)'],
    },
    asked: 'C2:C3',
  },
  'bars, as in Markdown': {
    csv: `# Sailing

What we ask of each other, all of us.

| Skill | Junior Sailor | Sailor |
|---|---|---|
| **Knots** | Ties four knots, slowly | Splices ropes |
| Watch | Stays awake<br>Stands up | Sees "ships" first |
`,
    ...{ shape: 'roles-across', roles: ['Junior Sailor', 'Sailor'] },
    ...{ competencies: ['Knots', 'Watch'], asked: 'B7:C8' },
  },
};
