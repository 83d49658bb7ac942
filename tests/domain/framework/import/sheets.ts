import type { ImportOptions } from '../../../../src/domain/framework/import/options.js';

/** A made-up ladder as somebody keeps it in a spreadsheet. */
export interface MadeUpSheet {
  csv: string;
  options?: ImportOptions;
  shape: string;
  /** The titles with their levels and tracks, in the order of the ladder. */
  roles: string[];
  competencies: string[];
  /** The cells that say what is asked, such as "B3:D5". */
  asked: string;
}

export const sheets: Record<string, MadeUpSheet> = {
  'blank rows, decimal commas, and teams that count in ways of their own': {
    csv: `sep=;
Little Cinema;;;;;;;;
What everybody here does;;;;;;;;
;;;;;;;;
Team;Job title;Grade;Years in role;Skill group;Skill;What we expect;Weight;Notes
Front of house;Usher;F1;0 – 1,5;Guests;Welcome;Greets everybody at the door;0,25;check with Kim
;;;;;;"Finds a seat in the dark, without a torch";;
;;;;;Calm;"- Keeps the queue short
- Says sorry first, asks later";0,5;
;;;;Building;Safety;Knows all four exits;0,25;
;;;;;;;;
;Senior Usher;F2;1,5 – 3;Guests;Welcome;Remembers regulars by name;0,25;
;;;;;Calm;Settles a quarrel about seats;0,5;
;;;;Building;Safety;"Leads a drill; writes down what went wrong";0,25;
;;;;;;;;
;House Lead;F3;3+;Guests;Welcome;Sets how we welcome people, every season;0,25;
;;;;Building;Safety;Answers for the building on a full night;0,75;
;;;;;;;;
Projection;Projectionist;P1;0,5 – 2;Craft;Film;Threads a reel in four minutes;0,4;
;;;;;Sound;Sets levels by ear;0,6;
;;;;Building;Safety;Checks the booth before the show;;
;;;;;;;;
;Senior Projectionist;P2;2 – 4,5;Craft;Film;Mends a torn print overnight;0,4;
;;;;;Sound;"Tunes the hall for 35 mm and for digital";0,6;
;;;;Building;Safety;Trains others in the booth;;
;;;;;;;;
`,
    options: { map: 'track=Team' },
    shape: 'long',
    roles: [
      'Usher F1 Front of house',
      'Senior Usher F2 Front of house',
      'House Lead F3 Front of house',
      'Projectionist P1 Projection',
      'Senior Projectionist P2 Projection',
    ],
    competencies: ['Welcome', 'Calm', 'Safety', 'Film', 'Sound'],
    asked: 'G5:G26',
  },
  'a row for each behaviour, with merged cells and what a ladder has no place for': {
    csv: `sep=;
Job family;Job title;Grade;Years of experience;Skill group;Skill;Expectation;Example;Notes;Salary band
Outdoors;Gardener;G1;0-2 years;Craft;Plants;Waters what others planted;Watered the roses in May;ask Ines;20-25k
;;;;;;Weeds a bed without help;;;
;;;;;Soil;Digs where somebody shows it;;;
;;;;Conduct;Safety;Leaves tools clean;;;
;Senior Gardener;G2;2+;Craft;Plants;"Chooses plants, shrubs and trees";;checked;25-31k
;;;;;Soil;Tests soil and writes down what it found;;;
Job family;Job title;Grade;Years of experience;Skill group;Skill;Expectation;Example;Notes;Salary band
Indoors;Florist;F1;0-3;Craft;Bouquets;Binds ten kinds of bouquets;Bound one for a wedding;;
;;;;Conduct;Safety;Keeps knives in their sheaths;;;
;Senior Florist;F2;3 to 5;Craft;Bouquets;Invents a bouquet each month;;;
;;;;Conduct;Safety;Shows others how knives are held;;;
;;;;;;;;;
`,
    shape: 'long',
    roles: [
      'Gardener G1 Outdoors',
      'Senior Gardener G2 Outdoors',
      'Florist F1 Indoors',
      'Senior Florist F2 Indoors',
    ],
    competencies: ['Plants', 'Soil', 'Bouquets', 'Safety'],
    asked: 'G2:H13',
  },
  'competencies down and roles across, with groups as rows and levels below the titles': {
    csv: `Ladder of the Lighthouse Keepers,,,
,,,
Attribute,Keeper,Senior Keeper,Head Keeper
,K1,K2,K3
Typical experience,0-1,1-4,4+
THE LIGHT,,,
Lamp,"- Trims the wick
- Cleans the glass","• Repairs the lamp
• Orders oil before it runs out",Plans the lamp of the next ten years
Log book,Writes each hour,"Reads for patterns, such as fog in March",Answers for what it says
THE HOUSE,,,
Visitors,"1. Greets them
2. Counts them",Shows the tower,Decides who may come up
Salary,€20,€30,€40
`,
    shape: 'roles-across',
    roles: ['Keeper K1', 'Senior Keeper K2', 'Head Keeper K3'],
    competencies: ['Lamp', 'Log book', 'Visitors'],
    asked: 'B7:D10',
  },
  'roles down and competencies across, with a row of groups above': {
    csv: `,,,Craft,,People,
Position,Grade,Career path,Dough,Oven,Guests,Apprentices
Junior Baker,B1,Baking,Kneads by the recipe,Watches the oven,Says hello,
Baker,B2,Baking,Changes a recipe for wet flour,Bakes two kinds at once,Knows regulars by name,Shows one how to knead
Shop Lead,S3,Selling,,,Opens and closes the shop,Plans the week of three people
`,
    shape: 'roles-down',
    roles: ['Junior Baker B1 Baking', 'Baker B2 Baking', 'Shop Lead S3 Selling'],
    competencies: ['Dough', 'Oven', 'Guests', 'Apprentices'],
    asked: 'D3:G5',
  },
  'levels that eight tracks share, without titles': {
    csv: `Track,Dimension,Level 1,Level 2,Level 3
${['Rowing', 'Sailing', 'Diving', 'Fishing', 'Steering', 'Cooking', 'Painting', 'Singing']
  .map(
    (track) => `${track},Skill at sea,Learns ${track},Does ${track} alone,Teaches ${track}
,Weather for ${track},Asks about it,Reads clouds,Decides whether we go`,
  )
  .join('\n')}
`,
    shape: 'roles-across',
    roles: [
      'Rowing',
      'Sailing',
      'Diving',
      'Fishing',
      'Steering',
      'Cooking',
      'Painting',
      'Singing',
    ].flatMap((track) => [1, 2, 3].map((level) => `Level ${level} ${track}`)),
    competencies: [
      'Skill at sea',
      ...[
        'Rowing',
        'Sailing',
        'Diving',
        'Fishing',
        'Steering',
        'Cooking',
        'Painting',
        'Singing',
      ].map((track) => `Weather for ${track}`),
    ],
    asked: 'C2:E17',
  },
  'a system of points, with weights': {
    csv: `Skill,Weight,Clockmaker I,Clockmaker II,Clockmaker III
Gears,3,1,2,4
Springs,2,1,1,3
Customers,1,2,3,3
Points needed,,9,17,30
`,
    shape: 'roles-across',
    roles: ['Clockmaker I', 'Clockmaker II', 'Clockmaker III'],
    competencies: ['Gears', 'Springs', 'Customers'],
    asked: '',
  },
  'rungs that build up, as lists in one column': {
    csv: `level,competency,behaviours
Apprentice,Wood,"Sands along the grain
Names ten kinds of wood"
Journeyman,Wood,"Joins without nails
Estimates what a chair takes"
Master,Wood,"Designs chairs that are copied elsewhere"
Apprentice,Workshop,Sweeps at five
Journeyman,Workshop,Orders wood in time
Master,Workshop,"Runs the workshop
Trains two apprentices"
`,
    options: { buildsUp: true, order: ['Apprentice', 'Journeyman', 'Master'] },
    shape: 'long',
    roles: ['Apprentice', 'Journeyman', 'Master'],
    competencies: ['Wood', 'Workshop'],
    asked: 'C2:C7',
  },
  'one table below the other, one for each track': {
    csv: `Our ways of working

Mountain guides
Capability,Guide,Senior Guide
Ropes,Ties six knots,Checks the knots of others
Weather,Reads the forecast,Turns back in time

Hut keepers
Capability,Keeper,Senior Keeper,Lead Keeper
Kitchen,Cooks for ten,Cooks for sixty,Plans the season's food
Beds,Makes beds,Plans who sleeps where,Settles quarrels about beds
`,
    shape: 'roles-across',
    roles: [
      'Guide Mountain guides',
      'Senior Guide Mountain guides',
      'Keeper Hut keepers',
      'Senior Keeper Hut keepers',
      'Lead Keeper Hut keepers',
    ],
    competencies: ['Ropes', 'Weather', 'Kitchen', 'Beds'],
    asked: 'B5:D6,B10:D11',
  },
  'two columns for each role below merged titles and tracks': {
    csv: `,,On stage,,,,Behind it,
Pillar,Competency,Junior Actor,,Senior Actor,,Stage Lead,
,,Expectation,Examples,Expectation,Examples,Expectation,Examples
Art,Voice,Is heard in row ten,Read a poem,Is understood in row thirty,Sang a ballad,Tunes the hall,Hung curtains
,Text,Knows the lines,,Knows everybody's lines,,Holds the book,
Crew,Rehearsal,Comes on time,,Helps newcomers,,Plans all rehearsals,Made a plan for May
`,
    shape: 'roles-across',
    roles: ['Junior Actor On stage', 'Senior Actor On stage', 'Stage Lead Behind it'],
    competencies: ['Voice', 'Text', 'Rehearsal'],
    asked: 'C4:H6',
  },
  'levels of skills with a text each, of which roles ask one': {
    csv: `Role,Skill,Skill level,Description
Junior Beekeeper,Hives,Awareness,Knows that hives differ
Junior Beekeeper,Honey,Awareness,Tastes whether honey is ripe
Beekeeper,Hives,Working,Opens a hive alone
Beekeeper,Honey,Awareness,Tastes whether honey is ripe
Senior Beekeeper,Hives,Expert,Breeds queens
Senior Beekeeper,Honey,Practitioner,Blends honey for a shop
`,
    shape: 'long',
    roles: ['Junior Beekeeper', 'Beekeeper', 'Senior Beekeeper'],
    competencies: ['Hives', 'Honey'],
    asked: '',
  },
  'marks for what a role asks, described beside the competency': {
    csv: `Competency,Description,Porter,Senior Porter,Head Porter
Doors,Opens doors before somebody pulls them,x,x,x
Parcels,Knows where each parcel lies,,✓,✓
Rota,Writes the rota of the month,,,x
`,
    shape: 'roles-across',
    roles: ['Porter', 'Senior Porter', 'Head Porter'],
    competencies: ['Doors', 'Parcels', 'Rota'],
    asked: '',
  },
  'names in other scripts, with emoji and from right to left': {
    csv: `Level,Competency,Text
1,🌱 زراعة,يسقي النباتات كل صباح
1,安全,片付けてから帰る
2,🌱 زراعة,"يختار النباتات، والأشجار"
2,安全,皆に教える 👩‍🌾
`,
    shape: 'long',
    roles: ['Level 1', 'Level 2'],
    competencies: ['🌱 زراعة', '安全'],
    asked: 'C2:C5',
  },
};
