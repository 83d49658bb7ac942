CREATE TYPE public."ActionState" AS ENUM (
    'open',
    'done',
    'dropped'
);
CREATE TYPE public."AssessmentState" AS ENUM (
    'draft',
    'submitted'
);
CREATE TYPE public."Cadence" AS ENUM (
    'quarterly',
    'half_yearly',
    'yearly',
    'off'
);
CREATE TYPE public."CheckInState" AS ENUM (
    'draft',
    'submitted'
);
CREATE TYPE public."DeliveryState" AS ENUM (
    'due',
    'claimed',
    'sent',
    'held',
    'obsolete',
    'failed',
    'unknown'
);
CREATE TABLE public._prisma_migrations (
    id character varying(36) NOT NULL,
    checksum character varying(64) NOT NULL,
    finished_at timestamp with time zone,
    migration_name character varying(255) NOT NULL,
    logs text,
    rolled_back_at timestamp with time zone,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_steps_count integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.action (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    conversation_id uuid,
    person_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    competency_key text,
    what text NOT NULL,
    measure text DEFAULT ''::text NOT NULL,
    due_on date NOT NULL,
    state public."ActionState" DEFAULT 'open'::public."ActionState" NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    times_moved integer DEFAULT 0 NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    closed_at timestamp(3) with time zone
);
CREATE TABLE public.assessment (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    cycle_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    author_id uuid NOT NULL,
    framework_version_id uuid NOT NULL,
    role_key text NOT NULL,
    state public."AssessmentState" DEFAULT 'draft'::public."AssessmentState" NOT NULL,
    page integer DEFAULT 0 NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    last_page_edited_at timestamp(3) with time zone,
    started_at timestamp(3) with time zone NOT NULL,
    submitted_at timestamp(3) with time zone
);
CREATE TABLE public.assessment_answer (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    competency_key text NOT NULL,
    rating_key text,
    no_opportunity boolean DEFAULT false NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    edited_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE public.check_in (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    cycle_id uuid NOT NULL,
    person_id uuid NOT NULL,
    framework_version_id uuid NOT NULL,
    role_key text NOT NULL,
    state public."CheckInState" DEFAULT 'draft'::public."CheckInState" NOT NULL,
    page integer DEFAULT 0 NOT NULL,
    proud_of text DEFAULT ''::text NOT NULL,
    next text DEFAULT ''::text NOT NULL,
    needs text DEFAULT ''::text NOT NULL,
    last_page_edited_at timestamp(3) with time zone,
    started_at timestamp(3) with time zone NOT NULL,
    submitted_at timestamp(3) with time zone,
    assessment_id uuid,
    revealed_at timestamp(3) with time zone
);
CREATE TABLE public.check_in_answer (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    check_in_id uuid NOT NULL,
    competency_key text NOT NULL,
    rating_key text,
    no_opportunity boolean DEFAULT false NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    edited_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE public.conversation (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    cycle_id uuid NOT NULL,
    person_id uuid NOT NULL,
    manager_id uuid NOT NULL,
    held_on date NOT NULL,
    recorded_at timestamp(3) with time zone NOT NULL,
    confirmed_at timestamp(3) with time zone,
    comment text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.cycle (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    period text,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    review_on date NOT NULL,
    framework_version_id uuid,
    opened_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public.delivery (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    recipient_id uuid NOT NULL,
    subject_id uuid,
    cycle_id uuid,
    step text NOT NULL,
    state public."DeliveryState" DEFAULT 'due'::public."DeliveryState" NOT NULL,
    due_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone,
    claimed_by text,
    claimed_at timestamp(3) with time zone,
    sent_at timestamp(3) with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    slack_channel_id text,
    slack_ts text,
    reason text,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    stumbles integer DEFAULT 0 NOT NULL,
    looked_for_at timestamp(3) with time zone
);
CREATE TABLE public.dispatch (
    workspace_id uuid NOT NULL,
    planned_at timestamp(6) with time zone,
    free_at timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    slowdown double precision DEFAULT 1 NOT NULL,
    limited_until timestamp(6) with time zone
);
CREATE TABLE public.evidence (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    person_id uuid NOT NULL,
    competency_key text,
    note text NOT NULL,
    permalink text,
    slack_channel_id text,
    slack_ts text,
    happened_on date NOT NULL,
    created_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE public.framework_version (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    number integer NOT NULL,
    hash text NOT NULL,
    document jsonb NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public.person (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    slack_user_id text NOT NULL,
    name text NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    locale text DEFAULT 'en-US'::text NOT NULL,
    is_admin boolean DEFAULT false NOT NULL,
    is_bot boolean DEFAULT false NOT NULL,
    left_at timestamp(3) with time zone,
    profile_read_at timestamp(3) with time zone,
    role_key text,
    manager_id uuid,
    in_role_since date,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    away_through date,
    snoozed_until timestamp(3) with time zone
);
CREATE TABLE public.reading (
    id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    check_in_id uuid NOT NULL,
    reader_id uuid NOT NULL,
    surface text NOT NULL,
    read_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE public.workspace (
    id uuid NOT NULL,
    slack_team_id text NOT NULL,
    name text NOT NULL,
    cadence public."Cadence" DEFAULT 'quarterly'::public."Cadence" NOT NULL,
    first_month integer DEFAULT 1 NOT NULL,
    working_days integer[] DEFAULT ARRAY[1, 2, 3, 4, 5],
    opens_days_before integer DEFAULT 21 NOT NULL,
    due_days_before integer DEFAULT 7 NOT NULL,
    reminder_days_before integer[] DEFAULT ARRAY[14, 9, 7],
    digest_days_before integer[] DEFAULT ARRAY[14, 7, 1],
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
INSERT INTO public._prisma_migrations VALUES
	('442025e1-ce6d-4c94-99b9-9f13322a3236', '0099b0a4f79401d223ef47352dbdefff8bd616a48d6d983a922909abc73cc63f', '2026-11-29 01:39:39.47978+00', '20261121213106_first', NULL, NULL, '2026-11-29 01:39:39.279+00', 1),
	('44627ad6-cd1d-409e-8e9b-0294cd04d00e', '210be2beec8c6fc0f6c2065c852f401289a69c3a344d77d60a78da58e28fe224', '2026-11-29 01:39:39.687336+00', '20261121221533_conversations', NULL, NULL, '2026-11-29 01:39:39.484+00', 1),
	('7603fd55-184d-4a30-a460-df5d9702e5a9', '12ce8a501cf675bebdf5713db2ec08f36a2e5c366922b7460566298691a3cd54', '2026-11-29 01:39:39.703358+00', '20261122005053_dispatch', NULL, NULL, '2026-11-29 01:39:39.687+00', 1),
	('81473f0c-0118-424e-9a51-b647865e6dce', '67741d9ef04312ebdc7af78ae530be7ce47db6117516b02877fe48a1dc95cc81', '2026-11-29 01:39:39.718524+00', '20261122010248_settling', NULL, NULL, '2026-11-29 01:39:39.703+00', 1),
	('7f1bbb7a-32a5-4b39-a83f-34e7b3ee01f2', '0e2feb6e8abc324e43120d727763a295c0d8573ba5da35d67e5765c1c9a8ab8a', '2026-11-29 01:39:39.754031+00', '20261122012618_scale', NULL, NULL, '2026-11-29 01:39:39.724+00', 1);
INSERT INTO public.action VALUES
	('01a224f5-5402-774d-b1e8-cdabcdad8063', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bfb0e1c6-71c3-4af5-92f5-0cf98c09023e', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-b1512bf099db', 'expertise', 'Sit with the returns desk for two afternoons', 'A page on how a return travels through the shop', '2026-08-14', 'done', '', 0, '2026-06-18 12:00:00+00', '2026-08-13 12:00:00+00'),
	('01a224f5-5402-774d-b1e8-d06db1af1651', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '13749cef-8581-4f27-ac38-b32a6c1296d2', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-b1512bf099db', 'execution', 'Guess the hours of every task, and note what it took', 'Six weeks of guesses beside what came of them', '2026-12-02', 'done', '', 0, '2026-09-24 12:00:00+00', '2026-12-01 12:00:00+00'),
	('01a224f5-5402-774d-b1e8-d6cbef860f39', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '13749cef-8581-4f27-ac38-b32a6c1296d2', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-b1512bf099db', 'collaboration', 'Join the courier round table', 'One question asked in it', '2026-11-22', 'dropped', 'The round table was given up in the autumn.', 0, '2026-09-24 12:00:00+00', '2026-11-21 12:00:00+00'),
	('01a224f5-5402-774d-b1e8-d9753c6038e7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '51113732-da7c-44c0-82a3-296af653e45a', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', 'impact', 'Find Teo a newcomer to look after', 'A name and a first week together', '2027-03-26', 'open', '', 0, '2026-12-24 12:00:00+00', NULL),
	('01a224f5-5403-722a-947b-a11663b8a2d0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '51113732-da7c-44c0-82a3-296af653e45a', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-b1512bf099db', 'execution', 'Say by when, before saying yes', 'A date beside each task on the board', '2027-02-10', 'done', '', 0, '2026-12-24 12:00:00+00', '2027-02-09 12:00:00+00'),
	('01a224f5-5403-722a-947b-a50b08a4e5cf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'fcf121d1-e3b3-478b-8589-cb12e69d1ee5', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-b7c3d2426368', 'leadership', 'Hand two parts of the next fair to others', 'Two names on the plan that are not yours', '2026-09-03', 'done', '', 0, '2026-06-18 12:00:00+00', '2026-09-02 12:00:00+00'),
	('01a224f5-5403-722a-947b-a8e9eb76b47b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e74d5b93-b6c3-4c33-be02-01927d3d2d95', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', 'execution', 'Keep Wednesday mornings free of meetings', 'Six free Wednesdays in a row', '2026-11-12', 'done', '', 0, '2026-09-24 12:00:00+00', '2026-11-11 12:00:00+00'),
	('01a224f5-5403-722a-947b-afb676cdebf0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '045635d1-4026-4108-881a-b168a87cc968', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-b7c3d2426368', 'collaboration', 'Shadow two pricing calls of the sales team', 'Three things that you would change, written down', '2027-03-10', 'open', '', 0, '2026-12-24 12:00:00+00', NULL),
	('01a224f5-5403-722a-947b-b18fcc27343c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '045635d1-4026-4108-881a-b168a87cc968', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-b7c3d2426368', 'execution', 'Leave one thing out of the spring plan', 'The plan says what is not done, and why', '2027-01-31', 'done', '', 0, '2026-12-24 12:00:00+00', '2027-01-30 12:00:00+00'),
	('01a224f5-5403-722a-947b-b6264a82b2f8', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '045635d1-4026-4108-881a-b168a87cc968', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', 'leadership', 'Take Rosa along to the planning of the quarter', 'She sat in it and named her order', '2027-01-21', 'done', '', 0, '2026-12-24 12:00:00+00', '2027-01-20 12:00:00+00'),
	('01a224f5-5403-722a-947b-b8f5b92e2543', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e6c2ceeb-2125-4118-89f3-d53c30f7b250', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-b90995598893', 'expertise', 'Write down how we choose a supplier', 'Two others have chosen one by it', '2026-09-13', 'done', '', 0, '2026-06-18 12:00:00+00', '2026-09-12 12:00:00+00'),
	('01a224f5-5403-722a-947b-be92ad97b4e1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'aa955d16-36af-4a09-843b-603978591409', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', 'impact', 'Get Sora a slot at the spring gathering', 'Her name in the programme', '2026-12-17', 'done', '', 0, '2026-09-24 12:00:00+00', '2026-12-16 12:00:00+00'),
	('01a224f5-5403-722a-947b-c0a52bb734d2', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '57674883-fa25-4d5e-9f7a-bc0e46429356', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-b90995598893', 'leadership', 'Lead the spring stocktaking with three others', 'Each of the three can say what they learned', '2027-04-11', 'open', '', 0, '2026-12-24 12:00:00+00', NULL),
	('01a224f5-5403-722a-947b-c408b1159278', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'cc392170-c220-4e9e-8ee4-ec0d1dd98736', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', 'execution', 'Name a stand-in for each project', 'Wren is away for two weeks and nothing waits', '2026-08-24', 'done', '', 0, '2026-06-18 12:00:00+00', '2026-08-23 12:00:00+00'),
	('01a224f5-5403-722a-947b-cb008bcd8420', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a05e6734-2b03-49f7-afbe-411d2c0ec600', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', 'leadership', 'Find a mentor outside of our group', 'Three talks have taken place', '2027-04-02', 'open', '', 0, '2026-09-24 12:00:00+00', NULL),
	('01a224f5-5403-722a-947b-cfe188b0985e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b54822c7-0eb3-4750-996b-79ee338fceb3', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-af1c7ea79142', 'expertise', 'Sit in on a plan review with Wren', 'Noor has seen one from start to end', '2027-02-05', 'done', '', 0, '2026-12-24 12:00:00+00', '2027-02-04 12:00:00+00');
INSERT INTO public.assessment VALUES
	('a98b67bd-50c1-4379-bc85-d0ba3e62ca97', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'A calm start. Ask sooner: nobody minds.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('21dc0fcf-d1e8-42e3-9831-5464441d65bd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'Steady, and getting surer.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('0487a6ca-0053-4189-b92d-b9f05cca6c45', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'You are further along than you think. Look at what you told us in time.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00'),
	('22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'The fair ran because of you. Next: let others carry a part of it.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('25ea5773-74d3-4073-99ac-02013d5b769e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'A good quarter. Leave something out of the next plan, on purpose.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('c791caf6-7d79-46ce-a242-77a5d5176b21', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'Strong work at a high price. Let us plan the price as well.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00'),
	('c387ebf1-c8f0-42aa-b158-30b27a5ada91', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'Partners ask for you by name.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('999130dc-c015-4a39-a1f8-9f6991affbae', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'Ready for a stage. I owe you one.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('0b3072ea-2b64-4e58-bb40-c276dec53de2', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'Let us find you a small team for a few weeks.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00'),
	('d191f29b-b6c6-47ff-8022-50f5e1ba554a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'A large project, quietly done.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('893fc3e1-962d-496c-9044-20b1daf08dda', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'We have learned to argue well. Keep that.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('5247bcd1-19d1-4906-a7cb-ab0947050fe5', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'We are only beginning. I would like to see more before I say more.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00'),
	('88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'You ask more of yourself than of others.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('56022777-4abe-4c9e-84db-3dd04bfdc697', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'Guard your calendar as you guard that of your team.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('4472afc3-516e-4c72-a089-646a018fb244', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'A good handover. I have noted the newcomer.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00'),
	('7a589812-11c2-4fd2-9e15-e41c408c4f3a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'You plan better than you think.', '2026-06-13 12:00:00+00', '2026-06-12 12:00:00+00', '2026-06-13 12:00:00+00'),
	('d3f57d3f-3623-477d-9285-2519d634d619', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'People come to you. Make sure that they also go to each other.', '2026-09-19 12:00:00+00', '2026-09-18 12:00:00+00', '2026-09-19 12:00:00+00'),
	('865ca7fe-63c7-44d0-908b-268d845d94ca', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'Take the time. The rest can wait for a month.', '2026-12-19 12:00:00+00', '2026-12-18 12:00:00+00', '2026-12-19 12:00:00+00');
INSERT INTO public.assessment_answer VALUES
	('01a224f5-4c7f-76a9-99ce-a55c523afb1e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', 'expertise', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-837f83b2a901', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', 'collaboration', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-857af6475a8d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', 'impact', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-894f43e79b8e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', 'execution', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-8d0b4c384427', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-9068bce88291', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', 'expertise', 'developing', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-94c3dff5ee19', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', 'collaboration', 'meeting', false, 'Your Friday notes save the whole team a meeting.', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-9bfb07975c53', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', 'impact', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-9f77a84a3d7c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', 'execution', 'developing', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-a3cadea3b4a7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-a41ee47893dd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0487a6ca-0053-4189-b92d-b9f05cca6c45', 'expertise', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-a94e17b5fd1d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0487a6ca-0053-4189-b92d-b9f05cca6c45', 'collaboration', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-ac6452fd5cb4', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0487a6ca-0053-4189-b92d-b9f05cca6c45', 'impact', 'meeting', false, 'The team met its goals because you closed the small gaps.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-b024d168e60c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0487a6ca-0053-4189-b92d-b9f05cca6c45', 'execution', 'exceeding', false, 'Late twice, and both times you said so days ahead and with a plan. Few people do.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-b482d56fa377', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0487a6ca-0053-4189-b92d-b9f05cca6c45', 'leadership', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-babebc76376b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', 'expertise', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-bf3c6157b68d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', 'collaboration', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-c13deb505151', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', 'impact', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-c5f7a352aa19', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', 'execution', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-cb21a017ce3f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-ce7c2719ce7a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '25ea5773-74d3-4073-99ac-02013d5b769e', 'expertise', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-d101e627dc17', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '25ea5773-74d3-4073-99ac-02013d5b769e', 'collaboration', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-d42543d7ffbf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '25ea5773-74d3-4073-99ac-02013d5b769e', 'impact', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-d88f77871947', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '25ea5773-74d3-4073-99ac-02013d5b769e', 'execution', 'meeting', false, 'Good plans. The last one had no room for the week of holidays.', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-dd6f49aa177d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '25ea5773-74d3-4073-99ac-02013d5b769e', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-e2d3e775fc41', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c791caf6-7d79-46ce-a242-77a5d5176b21', 'expertise', 'exceeding', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-e46a3acb3723', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c791caf6-7d79-46ce-a242-77a5d5176b21', 'collaboration', 'developing', false, 'Sales heard of the new rebates from their customers.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-e85e749363b8', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c791caf6-7d79-46ce-a242-77a5d5176b21', 'impact', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-eed4011f1249', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c791caf6-7d79-46ce-a242-77a5d5176b21', 'execution', 'developing', false, 'All four were done, two of them by working through two weekends. That is not the plan we made.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-f2d07951715b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c791caf6-7d79-46ce-a242-77a5d5176b21', 'leadership', 'exceeding', false, 'You brought the quiet ones into the room.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-f4c53e489d01', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', 'expertise', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-fbe018d76222', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', 'collaboration', 'exceeding', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b44f-feb24a9dc124', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', 'impact', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-021defdafea6', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', 'execution', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-05319d7cc918', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-0b2e82dff834', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '999130dc-c015-4a39-a1f8-9f6991affbae', 'expertise', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-0dd99bf5e718', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '999130dc-c015-4a39-a1f8-9f6991affbae', 'collaboration', 'exceeding', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-107f2f7550aa', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '999130dc-c015-4a39-a1f8-9f6991affbae', 'impact', 'developing', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-17bf6cebabc2', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '999130dc-c015-4a39-a1f8-9f6991affbae', 'execution', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-1ba96fd73297', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '999130dc-c015-4a39-a1f8-9f6991affbae', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-1c791d685a48', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0b3072ea-2b64-4e58-bb40-c276dec53de2', 'expertise', 'exceeding', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-20369e940676', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0b3072ea-2b64-4e58-bb40-c276dec53de2', 'collaboration', 'exceeding', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-244e904111d0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0b3072ea-2b64-4e58-bb40-c276dec53de2', 'impact', 'meeting', false, 'You trained the whole west coast team. Why would that not count?', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-2a84d450f151', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0b3072ea-2b64-4e58-bb40-c276dec53de2', 'execution', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-2d2bc3934cea', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '0b3072ea-2b64-4e58-bb40-c276dec53de2', 'leadership', 'exceeding', false, 'That no has spared us a quarter of work.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c80-706d-b450-325fb674579f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', 'expertise', 'exceeding', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-37839113648c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', 'collaboration', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-39a443d41b49', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', 'impact', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-3f72ba7ce0fd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', 'execution', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c80-706d-b450-4163addba7af', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-76d091e7263d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '893fc3e1-962d-496c-9044-20b1daf08dda', 'expertise', 'exceeding', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-79fa313cc4bb', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '893fc3e1-962d-496c-9044-20b1daf08dda', 'collaboration', 'developing', false, 'We did. The budget is better for it, and we should start sooner.', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-7ffa9d089250', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '893fc3e1-962d-496c-9044-20b1daf08dda', 'impact', 'exceeding', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-80f1696fe971', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '893fc3e1-962d-496c-9044-20b1daf08dda', 'execution', 'exceeding', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-86235715c4e1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '893fc3e1-962d-496c-9044-20b1daf08dda', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-8ba1f3e05b7b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', 'expertise', 'meeting', false, 'I have known you for six weeks and have not seen it yet. Show me.', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-8d49d8d3d624', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', 'collaboration', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-9157704fe89a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', 'impact', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-967f1a2f0dd9', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', 'execution', 'exceeding', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-9b74a5e0f100', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', 'leadership', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-9cb1ef061452', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', 'expertise', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-a1931326ad56', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', 'collaboration', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-a65d0b9cbc5d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', 'impact', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-a81959c505e4', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', 'execution', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-ac4094a4b819', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-b26111560831', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '56022777-4abe-4c9e-84db-3dd04bfdc697', 'expertise', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-b5809e03b4fc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '56022777-4abe-4c9e-84db-3dd04bfdc697', 'collaboration', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-ba415fe71876', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '56022777-4abe-4c9e-84db-3dd04bfdc697', 'impact', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-becc67eb4427', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '56022777-4abe-4c9e-84db-3dd04bfdc697', 'execution', 'developing', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-c28a0843c38c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '56022777-4abe-4c9e-84db-3dd04bfdc697', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-c4e623c6a586', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4472afc3-516e-4c72-a089-646a018fb244', 'expertise', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-c9f858fa1838', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4472afc3-516e-4c72-a089-646a018fb244', 'collaboration', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-ce1f4202c907', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4472afc3-516e-4c72-a089-646a018fb244', 'impact', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-d3060acef222', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4472afc3-516e-4c72-a089-646a018fb244', 'execution', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-d40a34db7536', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4472afc3-516e-4c72-a089-646a018fb244', 'leadership', 'exceeding', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-d9b801310efc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', 'expertise', 'developing', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-dea0dba40f63', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', 'collaboration', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-e2097672e0e5', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', 'impact', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-e59df2707d85', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', 'execution', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-ebbd0967e80e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', 'leadership', 'meeting', false, '', '2026-06-13 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-eefa450d0382', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd3f57d3f-3623-477d-9285-2519d634d619', 'expertise', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-f1e1b7f56362', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd3f57d3f-3623-477d-9285-2519d634d619', 'collaboration', 'exceeding', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-f54b67fc1fcf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd3f57d3f-3623-477d-9285-2519d634d619', 'impact', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-facec320b331', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd3f57d3f-3623-477d-9285-2519d634d619', 'execution', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a1-fd4930e074e9', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'd3f57d3f-3623-477d-9285-2519d634d619', 'leadership', 'meeting', false, '', '2026-09-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a2-023ec09ae950', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '865ca7fe-63c7-44d0-908b-268d845d94ca', 'expertise', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a2-06edc50ab5c7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '865ca7fe-63c7-44d0-908b-268d845d94ca', 'collaboration', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a2-0ba014502f7e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '865ca7fe-63c7-44d0-908b-268d845d94ca', 'impact', 'developing', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a2-0d3ae0a3d6c7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '865ca7fe-63c7-44d0-908b-268d845d94ca', 'execution', 'meeting', false, '', '2026-12-19 12:00:00+00'),
	('01a224f5-4c81-73cb-99a2-12db7bf39457', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '865ca7fe-63c7-44d0-908b-268d845d94ca', 'leadership', 'meeting', false, '', '2026-12-19 12:00:00+00');
INSERT INTO public.check_in VALUES
	('793d33f9-bf88-49a8-bd64-9fce6effd115', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'I found my way around the returns desk in the first month.', 'stay', 'Somebody whom I can ask the small questions.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', 'a98b67bd-50c1-4379-bc85-d0ba3e62ca97', '2026-06-13 12:00:00+00'),
	('00eb7522-6ae1-416b-ba9d-bb94c80d4b23', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'The Friday notes that people now wait for.', 'stay', 'A hand with judging how long things take.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', '21dc0fcf-d1e8-42e3-9831-5464441d65bd', '2026-09-19 12:00:00+00'),
	('b91c0847-c3c2-485b-a2bb-5555de8aaf30', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'associate', 'submitted', 5, 'The drawing of the seed ordering process: it hangs in the warehouse now.', 'grow', 'A project that is mine from the first day.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', '0487a6ca-0053-4189-b92d-b9f05cca6c45', '2026-12-19 12:00:00+00'),
	('e86a2644-5862-4b63-82df-22edda00870a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'The plant fair, from the first list to the last crate.', 'grow', 'To hear earlier when priorities change.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', '22e58bb4-faa8-48e1-bf2b-99c5dd015bfe', '2026-06-13 12:00:00+00'),
	('dac2058f-1236-4175-8e3a-637e1a3c7222', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'The price list that nobody has to correct by hand any more.', 'grow', 'Two hours a week without meetings.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', '25ea5773-74d3-4073-99ac-02013d5b769e', '2026-09-19 12:00:00+00'),
	('58f6d840-2ce5-49ee-beb5-7656feb6c7b8', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'submitted', 5, 'Three teams ask us before they set a price.', 'grow', 'A say in which projects come first.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', 'c791caf6-7d79-46ce-a242-77a5d5176b21', '2026-12-19 12:00:00+00'),
	('4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'Two suppliers who now talk to each other without us.', 'stay', 'Time to think about next year.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', 'c387ebf1-c8f0-42aa-b158-30b27a5ada91', '2026-06-13 12:00:00+00'),
	('bdebea42-d823-4d7e-8683-6f5201c41ad0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'The supplier guide.', 'grow', 'A room in which to speak about it.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', '999130dc-c015-4a39-a1f8-9f6991affbae', '2026-09-19 12:00:00+00'),
	('2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'senior', 'submitted', 5, 'The training days on the west coast.', 'move:management', 'To try out leading before it is a title.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', '0b3072ea-2b64-4e58-bb40-c276dec53de2', '2026-12-19 12:00:00+00'),
	('a5789615-0ae3-4515-b08b-7e82148039a8', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'The new warehouse opened on the day that we had named a year ago.', 'stay', 'Somebody to disagree with me before it is too late.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', 'd191f29b-b6c6-47ff-8022-50f5e1ba554a', '2026-06-13 12:00:00+00'),
	('980ea5e0-03d1-47ce-8572-294a2d9ea6de', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'That the loud weeks ended in a better budget.', 'stay', 'A thinking partner outside of our group.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', '893fc3e1-962d-496c-9044-20b1daf08dda', '2026-09-19 12:00:00+00'),
	('f78a3343-1999-4ffd-ac31-01704eace5e7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'professional-lead', 'submitted', 5, 'The year plan of four teams fits on one page.', 'stay', 'Noor in one of the plan reviews.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', '5247bcd1-19d1-4906-a7cb-ab0947050fe5', '2026-12-19 12:00:00+00'),
	('2fef0992-4303-4925-9066-15baf6815539', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'A team in which questions are normal.', 'stay', 'One more pair of hands.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', '88a0cc2b-2eee-476b-9bb1-3561daa8c5e7', '2026-06-13 12:00:00+00'),
	('826fa958-dbda-4ea9-a2b3-eda8a36c22cb', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'The budget, and how we came to it.', 'stay', 'Fewer standing meetings.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', '56022777-4abe-4c9e-84db-3dd04bfdc697', '2026-09-19 12:00:00+00'),
	('1766e59d-6e1e-4289-a59c-71ef43e1c45e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'That I could hand Wren over without a gap.', 'stay', 'A newcomer for Teo to look after.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', '4472afc3-516e-4c72-a089-646a018fb244', '2026-12-19 12:00:00+00'),
	('5ae9d721-7031-423c-8233-19a852eb36fb', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'My first year of leading.', 'stay', 'Somebody who has done this before.', '2026-06-08 12:00:00+00', '2026-06-05 12:00:00+00', '2026-06-08 12:00:00+00', '7a589812-11c2-4fd2-9e15-e41c408c4f3a', '2026-06-13 12:00:00+00'),
	('29f6af55-3c7d-4773-ae29-28dce3217cdf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'Two teams that plan together now.', 'stay', 'A say in hiring.', '2026-09-14 12:00:00+00', '2026-09-11 12:00:00+00', '2026-09-14 12:00:00+00', 'd3f57d3f-3623-477d-9285-2519d634d619', '2026-09-19 12:00:00+00'),
	('b94c0b46-a64c-43ae-9e99-26dfc0537651', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'team-leader', 'submitted', 5, 'A good beginning with Wren.', 'stay', 'Time to get to know everybody.', '2026-12-14 12:00:00+00', '2026-12-11 12:00:00+00', '2026-12-14 12:00:00+00', '865ca7fe-63c7-44d0-908b-268d845d94ca', '2026-12-19 12:00:00+00'),
	('01a224f5-6abf-720f-a92f-2e6080114675', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-41c9-73df-829e-419d4a39a652', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', 'manager', 'draft', 1, '', '', '', NULL, '2027-03-03 14:00:00.868+00', NULL, NULL, NULL);
INSERT INTO public.check_in_answer VALUES
	('01a224f5-500a-73cd-bf4d-3c41f624f559', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', 'expertise', 'not-yet', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500a-73cd-bf4d-40e81330b3dc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', 'collaboration', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500a-73cd-bf4d-46c54f6eab73', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', 'impact', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500a-73cd-bf4d-4b12739784b7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', 'execution', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-6a8b35cd6d9b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', 'leadership', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-6d6795793166', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', 'expertise', 'developing', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-739af40c475a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', 'collaboration', 'developing', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-77f4a149940c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', 'impact', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-7b4a8e8c1554', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', 'execution', 'not-yet', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-7caa2b2a68e4', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', 'leadership', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-833873cadff3', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', 'expertise', 'meeting', false, 'I drew the seed ordering process and found the step that we did twice.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-840219015e45', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', 'collaboration', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-8afb1141a1b5', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', 'impact', NULL, true, 'There was no new colleague whom I could have shown around.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-8f761ce4ab6a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', 'execution', 'developing', false, 'Two of my five tasks were late. I say yes too quickly.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-91a7846bbb25', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', 'leadership', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-9501580c635a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', 'expertise', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-98b1b8daeef7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', 'collaboration', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-9f016b5cf9cc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', 'impact', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-a35e384fbc3a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', 'execution', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-a757be52dc51', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', 'leadership', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-ab2de245bb21', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', 'expertise', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-af61034dcf6a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', 'collaboration', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-b14cd3748053', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', 'impact', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-b70d0256f897', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', 'execution', 'exceeding', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-b9330b2f733a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', 'leadership', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-bd278319f8ac', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', 'expertise', 'exceeding', false, 'The pricing questions of three teams come to me now.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-c157c84011a7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', 'collaboration', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-c633f1004fcf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', 'impact', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-c964a4104f22', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', 'execution', 'exceeding', false, 'All four projects were done before the holidays, as planned.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-ce2af7b49a5a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', 'leadership', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-d290d300ef3a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', 'expertise', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-d6b7aa8331b3', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', 'collaboration', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-da95d72709a7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', 'impact', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-de64c932c1d8', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', 'execution', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-e32f7c8a669a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', 'leadership', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-e506395a371f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', 'expertise', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-eb959f778302', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', 'collaboration', 'exceeding', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-ee58f3952ffc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', 'impact', NULL, true, 'No talk to give and no interview to sit in on this quarter.', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-f3dd04e79055', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', 'execution', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-f567f5d97912', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', 'leadership', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-fa2495f840cf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', 'expertise', 'exceeding', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae72-fe028e546bc0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', 'collaboration', 'exceeding', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-03cb25ba2292', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', 'impact', 'developing', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-06d0e5717c0e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', 'execution', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-08f0c1688db3', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', 'leadership', 'meeting', false, 'I said no to a project that others wanted, and stayed in the room.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-0f6b48b7e9ed', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', 'expertise', 'exceeding', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-12fb8507f002', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', 'collaboration', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-15b93657fbdb', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', 'impact', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-1bc20eb4c2a9', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', 'execution', 'exceeding', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-1ed99b8823dd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', 'leadership', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-236c5fe6d3c0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', 'expertise', 'exceeding', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-272e0ac91a85', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', 'collaboration', 'developing', false, 'Mika and I had two loud weeks about the budget.', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-2aab89bddb8d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', 'impact', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-2ffb15b80f47', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', 'execution', 'exceeding', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-3058c406a367', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', 'leadership', 'developing', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-35a76c12386e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', 'expertise', 'next-level', false, 'The other leads bring me their plans before they show them.', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-3a3641112030', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', 'collaboration', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-3e7ae4c8fafc', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', 'impact', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-4099ec935a16', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', 'execution', 'exceeding', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-448cee63efba', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', 'leadership', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-4b99dffe7bc6', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', 'expertise', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-4f1ace5f9717', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', 'collaboration', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-5162ec8aa21e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', 'impact', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-56ac28bcd06a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', 'execution', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-5b6658d6ab38', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', 'leadership', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-5c0827c36956', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', 'expertise', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-6287f1e67432', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', 'collaboration', 'developing', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-671b0ca5fc33', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', 'impact', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-68a15faf631d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', 'execution', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-6df3d0aa1182', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', 'leadership', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-70da0eeb0116', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', 'expertise', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-74f4be8695ec', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', 'collaboration', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-7b75c1173561', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', 'impact', 'exceeding', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-7fd45199a178', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', 'execution', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-81b9b4e17bc4', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', 'leadership', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-86e9335cad1f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', 'expertise', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-88181ebb3de0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', 'collaboration', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-8f4ef17f1fc0', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', 'impact', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-93eb851ab458', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', 'execution', 'developing', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-9583f2f3adec', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', 'leadership', 'meeting', false, '', '2026-06-08 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-9bfe328d2681', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', 'expertise', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-9f077177beb1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', 'collaboration', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-a071c28cd25a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', 'impact', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-a61d9c00d4bd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', 'execution', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500b-75ab-ae73-a8bdf3eaa6dd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', 'leadership', 'meeting', false, '', '2026-09-14 12:00:00+00'),
	('01a224f5-500c-744b-860e-c538a5cbe187', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', 'expertise', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500c-744b-860e-c913bba2695f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', 'collaboration', 'exceeding', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500c-744b-860e-cea6c058b5db', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', 'impact', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500c-744b-860e-d3f8a069ff9a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', 'execution', 'meeting', false, '', '2026-12-14 12:00:00+00'),
	('01a224f5-500c-744b-860e-d51352ef1fa6', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', 'leadership', 'developing', false, '', '2026-12-14 12:00:00+00');
INSERT INTO public.conversation VALUES
	('bfb0e1c6-71c3-4af5-92f5-0cf98c09023e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('13749cef-8581-4f27-ac38-b32a6c1296d2', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('51113732-da7c-44c0-82a3-296af653e45a', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-12-24', '2026-12-24 12:00:00+00', NULL, 'We also spoke about my hours in the summer, which is not in here.'),
	('fcf121d1-e3b3-478b-8589-cb12e69d1ee5', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('e74d5b93-b6c3-4c33-be02-01927d3d2d95', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('045635d1-4026-4108-881a-b168a87cc968', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-12-24', '2026-12-24 12:00:00+00', '2026-12-25 12:00:00+00', ''),
	('e6c2ceeb-2125-4118-89f3-d53c30f7b250', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('aa955d16-36af-4a09-843b-603978591409', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('57674883-fa25-4d5e-9f7a-bc0e46429356', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-b90995598893', '01a224f5-440c-7277-85f6-af1c7ea79142', '2026-12-24', '2026-12-24 12:00:00+00', '2026-12-25 12:00:00+00', ''),
	('cc392170-c220-4e9e-8ee4-ec0d1dd98736', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('a05e6734-2b03-49f7-afbe-411d2c0ec600', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('b54822c7-0eb3-4750-996b-79ee338fceb3', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-440c-7277-85f6-af1c7ea79142', '2026-12-24', '2026-12-24 12:00:00+00', '2026-12-25 12:00:00+00', ''),
	('26443b9c-2199-44ea-b8dd-ca9cf1f069f1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('719c03ff-a0a3-4e00-bfef-1408202643a9', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('2852b002-e655-4a91-892e-2c7187226246', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-12-24', '2026-12-24 12:00:00+00', '2026-12-25 12:00:00+00', ''),
	('3bc74352-4647-47c2-b985-dda3bffa672d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-06-18', '2026-06-18 12:00:00+00', '2026-06-19 12:00:00+00', ''),
	('478d20e3-f246-4d69-a882-d28f88510acd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '376bea86-993a-4a31-a500-af385de9c494', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-09-24', '2026-09-24 12:00:00+00', '2026-09-25 12:00:00+00', ''),
	('23d710cc-2f86-4ab3-a933-70baeb1523c2', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2026-12-24', '2026-12-24 12:00:00+00', '2026-12-25 12:00:00+00', '');
INSERT INTO public.cycle VALUES
	('01a224f5-41c9-73df-829e-450b661a23b1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'Q2 2027', '2027-Q2', '2027-06-02', '2027-06-16', '2027-06-23', NULL, NULL, '2026-11-29 01:39:42.665+00'),
	('5e8922cb-ae2e-488b-9ec5-a9c73b055dca', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'Q4 2026', '2026-Q4', '2026-12-02', '2026-12-16', '2026-12-23', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', '2026-12-02 00:00:00+00', '2026-11-29 01:39:44.276+00'),
	('376bea86-993a-4a31-a500-af385de9c494', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'Q3 2026', '2026-Q3', '2026-09-02', '2026-09-16', '2026-09-23', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', '2026-09-02 00:00:00+00', '2026-11-29 01:39:44.276+00'),
	('bc486ae2-62c6-412c-928f-7cc529c2e791', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'Q2 2026', '2026-Q2', '2026-05-27', '2026-06-10', '2026-06-17', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', '2026-05-27 00:00:00+00', '2026-11-29 01:39:44.276+00'),
	('01a224f5-41c9-73df-829e-419d4a39a652', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'Q1 2027', '2027-Q1', '2027-03-03', '2027-03-17', '2027-03-24', '01a224f5-3fe1-721a-8f55-ac2b06f031b7', '2027-03-03 03:30:00+00', '2026-11-29 01:39:42.665+00');
INSERT INTO public.delivery VALUES
	('01a224f5-5c5b-7be4-8a16-9839b1aa5d45', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'invitation:01a224f5-41c9-73df-829e-419d4a39a652:01a224f5-440c-7277-85f6-b1512bf099db:opens', 'invitation', '01a224f5-440c-7277-85f6-b1512bf099db', NULL, '01a224f5-41c9-73df-829e-419d4a39a652', 'opens', 'sent', '2027-03-03 03:30:00+00', '2027-03-23 18:30:00+00', '3b4480dc-7465-4eb5-ba1c-6bb2c9a60c48', '2026-11-29 01:39:49.63+00', '2027-03-03 03:30:00+00', 1, 'D0TEO', '1804044600.380000', NULL, '2026-11-29 01:39:49.453+00', 0, NULL),
	('01a224f5-61b9-7d4b-8f46-a753409ee26b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'invitation:01a224f5-41c9-73df-829e-419d4a39a652:01a224f5-440c-7277-85f6-b7c3d2426368:opens', 'invitation', '01a224f5-440c-7277-85f6-b7c3d2426368', NULL, '01a224f5-41c9-73df-829e-419d4a39a652', 'opens', 'sent', '2027-03-03 08:00:00+00', '2027-03-23 23:00:00+00', 'f980c051-7b86-4c97-8f81-fa78f81eda34', '2026-11-29 01:39:50.99+00', '2027-03-03 08:00:00+00', 1, 'D0ROSA', '1804060800.257000', NULL, '2026-11-29 01:39:50.84+00', 0, NULL),
	('01a224f5-61b9-7b78-896d-1fb8faaed884', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'invitation:01a224f5-41c9-73df-829e-419d4a39a652:01a224f5-440c-7277-85f6-a9ec752d2406:opens', 'invitation', '01a224f5-440c-7277-85f6-a9ec752d2406', NULL, '01a224f5-41c9-73df-829e-419d4a39a652', 'opens', 'sent', '2027-03-03 08:00:00+00', '2027-03-23 23:00:00+00', 'f980c051-7b86-4c97-8f81-fa78f81eda34', '2026-11-29 01:39:50.998+00', '2027-03-03 08:00:00+00', 1, 'D0MIKA', '1804060800.290000', NULL, '2026-11-29 01:39:50.84+00', 0, NULL),
	('01a224f5-67a7-74a3-8bfc-8cbc1b4c7f14', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'invitation:01a224f5-41c9-73df-829e-419d4a39a652:01a224f5-440c-7277-85f6-af1c7ea79142:opens', 'invitation', '01a224f5-440c-7277-85f6-af1c7ea79142', NULL, '01a224f5-41c9-73df-829e-419d4a39a652', 'opens', 'sent', '2027-03-03 14:00:00+00', '2027-03-24 04:00:00+00', '2ef6fb52-580a-4a52-9a03-942de6c19f5e', '2026-11-29 01:39:52.469+00', '2027-03-03 14:00:00+00', 1, 'D0NOOR', '1804082400.231000', NULL, '2026-11-29 01:39:52.357+00', 0, NULL),
	('01a224f5-67a7-74ca-9e7b-185358238b32', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'invitation:01a224f5-41c9-73df-829e-419d4a39a652:01a224f5-440c-7277-85f6-b90995598893:opens', 'invitation', '01a224f5-440c-7277-85f6-b90995598893', NULL, '01a224f5-41c9-73df-829e-419d4a39a652', 'opens', 'sent', '2027-03-03 14:00:00+00', '2027-03-24 04:00:00+00', '2ef6fb52-580a-4a52-9a03-942de6c19f5e', '2026-11-29 01:39:52.475+00', '2027-03-03 14:00:00+00', 1, 'D0SORA', '1804082400.256000', NULL, '2026-11-29 01:39:52.357+00', 0, NULL);
INSERT INTO public.dispatch VALUES
	('01a224f5-3da2-744b-98dd-2ec88981d3ff', '2026-11-29 01:39:42.253866+00', '2026-11-29 01:39:42.456757+00', 1, NULL);
INSERT INTO public.evidence VALUES
	('01a224f5-54e1-750d-9b7a-70c71368ad11', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b1512bf099db', 'execution', 'Told the warehouse three days ahead that the labels would be late, with a new date. It held.', NULL, NULL, NULL, '2027-01-28', '2027-01-28 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-74b2bbef9faf', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b1512bf099db', NULL, 'Asked in the team meeting why we count the pots twice. Since then we count once.', NULL, NULL, NULL, '2027-02-18', '2027-02-18 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-7b04de40ad60', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b7c3d2426368', 'expertise', 'Traced the wrong margins to one old rebate. The report has been right since.', NULL, NULL, NULL, '2027-01-10', '2027-01-10 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-7db5ecdca310', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b7c3d2426368', 'collaboration', 'First of the two pricing calls with sales. They asked me to come back.', NULL, NULL, NULL, '2027-02-12', '2027-02-12 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-802543be15ce', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b7c3d2426368', 'execution', 'Left the garden calendar out of the spring plan, and said so to everyone on one page.', NULL, NULL, NULL, '2027-02-24', '2027-02-24 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-8564f7558a60', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b90995598893', 'collaboration', 'Brought growers and couriers to one table; they agreed on pick-up times.', NULL, NULL, NULL, '2027-02-23', '2027-02-23 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-898568a12682', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b90995598893', 'leadership', 'Asked the stocktaking three what they want to learn, before giving out tasks.', NULL, NULL, NULL, '2027-02-26', '2027-02-26 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-8c1275865141', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-b90995598893', 'execution', 'Cut the stocktaking plan from nine days to six by leaving out what nobody reads.', NULL, NULL, NULL, '2027-02-28', '2027-02-28 12:00:00+00'),
	('01a224f5-54e1-750d-9b7a-928e05269e5b', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '01a224f5-440c-7277-85f6-bfaf2d0eaac1', 'expertise', 'Noor sat in on the plan review. Two of four plans changed for the better in it.', NULL, NULL, NULL, '2027-02-04', '2027-02-04 12:00:00+00');
INSERT INTO public.framework_version VALUES
	('01a224f5-3fe1-721a-8f55-ac2b06f031b7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 1, '323badcf6ddcaa31e117e8d465807d5c213a73b79bb3465a1469220dd349d974', '{"key": "business-operations", "name": "Business Operations", "about": {"title": "What a business operations group does", "summary": "Business operations takes on business problems of every kind and stays with them until the answer works in daily life.", "sections": [{"text": "The group is part of operations and has two units. No wall stands between them: they draw on the same resources, projects mix people from both, and each side learns from the other.", "title": "Two units, one group", "points": ["Strategy: where a team should go, and how everyone will know that it is getting there", "Processes: the structure and the ways of working that take it there"]}, {"text": "Knowing a little of everything is the speciality here, and no two days are the same. A project may build something new or mend what is there, for any department outside engineering, be it finance, sales or marketing.", "title": "What it works on", "points": []}, {"text": "A company can only keep growing if its teams run smoothly without constant help. To that end, people in business operations look after four things.", "title": "What its people answer for", "points": ["Giving teams a structure", "Designing new processes and ways for work to flow", "Choosing the measures that show how well a team does", "Carrying out the strategies that move those measures"]}, {"text": "A consultant may leave once the advice is given. Here, the people who did the research and wrote the strategy also put it into practice, guide the teams through it, and stay until the result can be seen.", "title": "From the plan to the result", "points": []}, {"text": "Backgrounds differ widely. What people have in common is how they go about things.", "title": "Who thrives here", "points": ["They get far with little and change course without fuss", "They think strategically and keep an open mind", "They like doing the work as much as planning it", "They build relationships in every project and look after them when it is over"]}]}, "roles": [{"key": "associate", "level": "Entry", "title": "Business Operations Associate", "track": "professional", "years": {"to": 1.5, "from": 0}, "aliases": ["assoc", "boa", "junior", "entry level"], "expectations": [{"links": [], "skills": ["Mapping a process", "Our main tools", "How the company earns its money"], "behaviours": [{"key": "business-needs", "text": "Finds out and describes what the business is after and where it is heading"}, {"key": "learning-the-trade", "text": "Puts effort into growing, and learns the tools we use and the good habits of the field"}, {"key": "independence", "text": "Works with close guidance from someone more experienced"}], "competency": "expertise", "definition": "Brings the basic knowledge with which most people start in this line of work.", "opportunities": []}, {"links": [], "skills": ["Short written updates", "Asking good questions", "Listening"], "behaviours": [{"key": "meetings", "text": "Learns to work as one of a team and to speak up when it meets"}, {"key": "status", "text": "Keeps their manager and the people they work with informed of how things stand"}, {"key": "asking-for-help", "text": "Asks questions unprompted, and turns to others when they cannot get further"}, {"key": "voicing-concerns", "text": "Tells their manager when something worries them or is unclear"}, {"key": "receiving-feedback", "text": "Takes feedback in good spirit and learns from what happens"}], "competency": "collaboration", "definition": "Works well within the team, speaks up in meetings, and asks without being prompted in order to learn our tools and good habits.", "opportunities": []}, {"links": [], "skills": ["Setting goals", "Planning the week", "Welcoming new colleagues"], "behaviours": [{"key": "achievement", "text": "Achievement and outcomes: decides which results to aim for, plans the way there and follows the plan, so that personal goals are met"}, {"key": "teamwork", "text": "Teamwork and collaboration: works as part of a whole, backs others up, contributes something of worth, communicates well and moves the goals of the team forward"}, {"key": "mentorship", "text": "Leadership and mentoring: shows new colleagues by example how things are done, and takes a newcomer under their wing where it fits"}], "competency": "impact", "definition": "Reaches goals, both alone and as part of a team.", "opportunities": ["Events", "Projects"]}, {"links": [], "skills": ["Managing a task list", "Estimating small tasks", "Spreadsheets"], "behaviours": [{"key": "commitments", "text": "Takes tasks on, finishes them when promised, and answers for the result"}, {"key": "estimation", "text": "Gets steadily better at judging how much work a task will be"}, {"key": "seeking-input", "text": "Asks for a hand when something blocks the way"}, {"key": "tools", "text": "Gets to know the tools and sources that the work draws on"}], "competency": "execution", "definition": "Follows the plan, finishes on time, and gets better at judging how long work takes.", "opportunities": []}, {"links": [], "skills": ["Asking for feedback", "Our values in daily work", "Learning from mistakes"], "behaviours": [{"key": "owning-mistakes", "text": "Admits mistakes and goes looking for feedback"}, {"key": "bias-for-action", "text": "Gets things done rather than giving advice from the side"}, {"key": "challenge-to-action", "text": "Turns a difficulty into concrete next steps"}, {"key": "high-standards", "text": "Aims for outstanding work and does not settle for good enough"}, {"key": "growing-through-challenges", "text": "Sees a hard task as a chance to grow, and takes it on gladly"}], "competency": "leadership", "definition": "Gets to know our culture, finds their own connection to it, and makes a point of living it.", "opportunities": []}]}, {"key": "manager", "level": "Experienced", "title": "Business Operations Manager", "track": "professional", "years": {"to": 3, "from": 1.5}, "aliases": ["bom", "mgr", "biz ops manager"], "expectations": [{"links": [], "skills": ["Analysing requirements", "Finding root causes", "Designing a process", "Querying data"], "behaviours": [{"key": "independence", "text": "Works with no more than occasional guidance"}, {"key": "scoping", "text": "Defines solutions the size of a project and puts them in place with little help"}, {"key": "best-practices", "text": "Sticks to good practice every time, and can explain and stand by the technical choices they make"}, {"key": "debugging", "text": "Tracks faults in their main area down to what really causes them"}, {"key": "domain-expertise", "text": "Is the person others come to with questions about their area"}], "competency": "expertise", "definition": "Puts professional knowledge to use, and understands each need well enough to choose the right skill for it.", "opportunities": []}, {"links": [], "skills": ["Running a meeting", "Giving feedback", "Writing documentation"], "behaviours": [{"key": "meetings", "text": "Brings problems up in one-to-ones and in the team''s meetings, and gets them settled there"}, {"key": "receiving-feedback", "text": "Asks for feedback in order to get better, and takes it well"}, {"key": "giving-feedback", "text": "Gives peers useful feedback while it still matters"}, {"key": "documentation", "text": "Writes things down unasked, so that others find their way"}], "competency": "collaboration", "definition": "Is a dependable partner, professional towards everyone inside and outside the team.", "opportunities": []}, {"links": [], "skills": ["Choosing measures", "Working across the team", "Being a buddy"], "behaviours": [{"key": "achievement", "text": "Achievement and outcomes: decides which results to aim for, plans the way there and follows the plan, so that personal goals are met"}, {"key": "teamwork", "text": "Teamwork and collaboration: works as part of a whole, backs others up, contributes something of worth, communicates well and moves the goals of the team forward"}, {"key": "mentorship", "text": "Leadership and mentoring: shows new colleagues by example how things are done, and takes a newcomer under their wing where it fits"}], "competency": "impact", "definition": "Reaches goals, both alone and as part of a team.", "opportunities": ["Events", "Projects"]}, {"links": [], "skills": ["Planning a project", "Setting priorities", "Building dashboards", "Gathering requirements"], "behaviours": [{"key": "estimation", "text": "Is becoming a master at splitting work into steps, planning it, judging its size and leaving things out, so that it is ready on time"}, {"key": "prioritisation", "text": "Puts first what serves the goals of the company"}, {"key": "clarifying-requirements", "text": "Goes to the business without being sent, and asks until it is clear what is required"}, {"key": "seeking-input", "text": "Consults colleagues who know an area better"}, {"key": "tools", "text": "Makes good use of tools for running and watching operations, dashboards among them, and builds such tools as well"}, {"key": "business-understanding", "text": "Wants to know how the business works and keeps finding out"}, {"key": "vision", "text": "Can develop a picture of where operations should go, and put it into words"}], "competency": "execution", "definition": "Owns every task in their charge and can carry it through without being led.", "opportunities": []}, {"links": [], "skills": ["Acting on feedback", "Working with other teams", "Reflecting on own strengths"], "behaviours": [{"key": "ownership", "text": "Owns every part of their work and answers for all of it"}, {"key": "company-success", "text": "Looks past their own task to what makes the whole company succeed"}, {"key": "mutual-help", "text": "Backs others up and encourages people to help one another"}, {"key": "growing-from-feedback", "text": "Puts feedback to use in order to grow and do better"}, {"key": "can-do", "text": "Believes that it can be done, and thinks of the way to the goal before thinking of what stands in between"}, {"key": "silos", "text": "Works together with others and does not withdraw into their own corner"}, {"key": "self-awareness", "text": "Knows what they are good at and where they fall short"}, {"key": "growing-through-challenges", "text": "Sees a hard task as a chance to grow, and takes it on gladly"}], "competency": "leadership", "definition": "Stands firmly behind our culture and shows it in everyday work.", "opportunities": []}]}, {"key": "senior", "level": "Senior", "title": "Senior Business Operations Manager", "track": "professional", "years": {"to": 4, "from": 2}, "aliases": ["sr manager", "sr mgr", "senior manager", "sbom"], "expectations": [{"links": [], "skills": ["Weighing options", "Thinking in systems", "Redesigning a process", "Assessing risk"], "behaviours": [{"key": "independence", "text": "Handles varied problems almost alone, starting from requirements given only in outline"}, {"key": "scoping", "text": "Defines solutions for their team or project and puts them in place unaided"}, {"key": "process-expertise", "text": "Knows our processes inside out and has a hand in shaping them"}, {"key": "design-decisions", "text": "Gives sound reasons for each design choice, foresees problems, risks and what is traded away, and picks a fitting degree of abstraction"}, {"key": "debugging", "text": "Tracks down even hard faults in their main area with a sure hand"}, {"key": "business-decisions", "text": "Has a part in the decisions of the business"}], "competency": "expertise", "definition": "Shows solid professional knowledge, and sees how all that surrounds a task or project hangs together.", "opportunities": []}, {"links": [], "skills": ["Working with stakeholders", "Presenting to a mixed audience", "Handling disagreement", "Explaining things simply"], "behaviours": [{"key": "driving-requirements", "text": "Works side by side with analysts and operations people to settle what is required and move it forward"}, {"key": "team-problems", "text": "Notices what holds the team back and proposes ways out"}, {"key": "relationships", "text": "Forms working relationships with people in other functions"}, {"key": "technical-communication", "text": "Explains technical problems and choices early and clearly to people from several functions, and does not sit on bad news"}, {"key": "plain-words", "text": "Is becoming a master at putting complicated matters in simple words"}, {"key": "constructive-disagreement", "text": "Keeps a conversation fruitful when opinions clash, within the team and beyond it"}, {"key": "other-viewpoints", "text": "Tries to see a matter as others see it"}, {"key": "documentation", "text": "Makes sure that no critical system is left without documentation"}], "competency": "collaboration", "definition": "Settles requirements together with teammates and builds ties to other functions.", "opportunities": []}, {"links": [], "skills": ["Working with partners", "Interviewing candidates", "Running a training"], "behaviours": [{"key": "achievement", "text": "Achievement and outcomes: decides which results to aim for, plans the way there and follows the plan, so that personal goals are met"}, {"key": "teamwork", "text": "Teamwork and collaboration: works as part of a whole, backs others up, contributes something of worth, communicates well and moves the goals of the team forward, knowing when a partner can help and how to bring one in"}, {"key": "mentorship", "text": "Leadership and mentoring: shows new colleagues by example how things are done, and takes a newcomer under their wing where it fits"}], "competency": "impact", "definition": "Reaches goals, both alone and as part of a team.", "opportunities": ["Events", "Projects", "Interviews", "Trainings", "Speaking engagements"]}, {"links": [], "skills": ["Estimating with past data", "Managing a project", "Analysing data", "Talking to users"], "behaviours": [{"key": "trimming-scope", "text": "Trims the plan where needed, and keeps risk low by delivering often and in small parts"}, {"key": "seeking-input", "text": "Looks for advice on unknown ground and brings other people in where it helps"}, {"key": "analytics", "text": "Bases choices on data, and measures with data what has changed"}, {"key": "end-to-end-ownership", "text": "Answers for the work from start to finish, from the plan through rollout to upkeep and monitoring"}, {"key": "potential-issues", "text": "Deals with possible problems before they happen"}, {"key": "user-empathy", "text": "Knows how others use the things that come out of the work and where it fits in, and puts themselves in the place of those users, whether colleagues or customers"}, {"key": "vision", "text": "Begins to see which way certain areas should develop"}, {"key": "multi-party-projects", "text": "Plans projects with several stakeholders and brings them to a good end"}], "competency": "execution", "definition": "Estimates with a method that improves with each round, and sets dates that can be met, demanding enough to spur people on without wearing them out.", "opportunities": []}, {"links": [], "skills": ["Mentoring", "Giving feedback regularly", "Recovering from setbacks", "Working across teams"], "behaviours": [{"key": "buddy", "text": "Accompanies new colleagues as their buddy, and makes our culture and values easy to grasp for those who have just arrived"}, {"key": "culture-issues", "text": "Spots where things do not fit our culture"}, {"key": "beyond-own-work", "text": "Treats no problem as somebody else''s, cares about what lies outside their own field, and acts on it"}, {"key": "can-do", "text": "Spreads the belief in the team that it can be done, thinks of the way to the goal before thinking of what stands in between, and goes first"}, {"key": "silos", "text": "Breaks down the walls between teams"}, {"key": "resilience", "text": "Climbs out of a low point and brings the energy back when something has failed"}, {"key": "always-there", "text": "Is someone whom people turn to in good times and in bad"}, {"key": "offering-feedback", "text": "Tells others often and unasked what they do well and what they could do better"}, {"key": "self-awareness", "text": "Knows what they are good at and where they fall short"}, {"key": "growing-through-challenges", "text": "Sees a hard task as a chance to grow, and takes it on gladly"}], "competency": "leadership", "definition": "Carries our culture into the team in word and deed, leads by what they do, and feels that the success of the team is theirs to care for.", "opportunities": []}]}, {"key": "professional-lead", "level": "Professional lead", "title": "Business Operations Professional Lead", "track": "professional", "years": {"to": 5, "from": 3}, "aliases": ["lead", "pro lead", "prof lead", "bopl"], "expectations": [{"links": [], "skills": ["Designing systems", "Strategic thinking", "Leading technical decisions", "Judging effects on other teams"], "behaviours": [{"key": "independence", "text": "Handles varied problems entirely alone, starting from requirements given only in outline"}, {"key": "technical-leadership", "text": "Concentrates on technical choices, and leads work that touches complicated systems and areas that the company cannot do without"}, {"key": "system-view", "text": "Sees the architecture as a whole and the place of their own area in it, and thinks through step by step what a design could mean for the company and for other teams"}, {"key": "domain-expertise", "text": "Is the expert whom others consult on an area, and thinks about it more and more strategically"}, {"key": "business-decisions", "text": "Is indispensable when strategic decisions about operations are made"}], "competency": "expertise", "definition": "Has mastered the theories, concepts, methods and guiding ideas of the field, and turns them into solutions that break new ground.", "opportunities": []}, {"links": [], "skills": ["Managing stakeholders", "Writing for decision makers", "Leading a decision"], "behaviours": [{"key": "status", "text": "Can be relied on to tell every stakeholder how things stand, and repairs gaps in communication before being asked"}, {"key": "documentation", "text": "Writes documentation that gives its readers real insight"}], "competency": "collaboration", "definition": "Solves problems and reaches decisions together with the main stakeholders.", "opportunities": []}, {"links": [], "skills": ["Setting goals for a large project", "Building partnerships", "Speaking in public"], "behaviours": [{"key": "achievement", "text": "Achievement and outcomes: decides which results to aim for, plans the way there and follows the plan, so that personal goals are met"}, {"key": "teamwork", "text": "Teamwork and collaboration: works as part of a whole, backs others up, contributes something of worth, communicates well and moves the goals of the team forward, knowing when a partner can help and how to bring one in"}, {"key": "mentorship", "text": "Leadership and mentoring: shows new colleagues by example how things are done, and takes a newcomer under their wing where it fits"}], "competency": "impact", "definition": "Reaches goals, both alone and as part of a team.", "opportunities": ["Events", "Projects", "Interviews", "Trainings", "Speaking engagements"]}, {"links": [], "skills": ["Drawing up a roadmap", "Managing a programme", "Reviewing specifications", "Setting strategic priorities"], "behaviours": [{"key": "quality", "text": "Takes the practical route and delivers high quality every time"}, {"key": "strategic-problems", "text": "Finds, frames and solves problems of strategy with the entire system in view"}, {"key": "architecture-decisions", "text": "Has a say in each large decision about architecture, reads every technical specification in their area, follows where it stands and weighs what it means for neighbouring systems"}, {"key": "vision", "text": "Helps to draw up roadmaps and to say where projects of long duration should lead"}, {"key": "problem-advocacy", "text": "Points out which problems deserve solving and argues for giving them priority"}], "competency": "execution", "definition": "Plans and completes projects with many parties and complicated requirements, and decides with the strategy in mind what comes first.", "opportunities": []}, {"links": [], "skills": ["Coaching", "Shaping a team''s culture", "Organising events"], "behaviours": [{"key": "culture-issues", "text": "Looks out for problems in our culture and solves them"}, {"key": "moving-others", "text": "Does things that move other people to make our culture better too"}, {"key": "empathy", "text": "Feels with a colleague who is having a hard time, and helps to close the gap"}, {"key": "can-do", "text": "Thinks of the way to the goal first, and only then of what stands in between"}, {"key": "events", "text": "Gets events going, for learning as well as for culture"}, {"key": "offering-feedback", "text": "Tells others often and unasked what they do well and what they could do better"}, {"key": "self-awareness", "text": "Knows what they are good at and where they fall short"}, {"key": "growing-through-challenges", "text": "Sees a hard task as a chance to grow, and takes it on gladly"}], "competency": "leadership", "definition": "Answers for the culture of their team, has an effect on that of others, and makes people believe that things can be done.", "opportunities": []}]}, {"key": "team-leader", "level": "Team leader / Expert", "title": "Business Operations Team Leader", "track": "management", "years": {"to": 5, "from": 3}, "aliases": ["tl", "team lead", "leader", "botl"], "expectations": [{"links": [], "skills": ["Setting technical direction", "Designing for growth", "Knowing the industry", "Deciding under uncertainty"], "behaviours": [{"key": "technical-leadership", "text": "Concentrates on leading technically, and sets the patterns and guidelines by which their area operates"}, {"key": "scoping", "text": "Defines, designs and delivers answers to large and complicated challenges unaided"}, {"key": "design-for-scale", "text": "Designs with tomorrow in view, so that things stay reliable as they grow"}, {"key": "domain-expertise", "text": "Knows their areas extraordinarily well, within the company and beyond its walls"}, {"key": "business-decisions", "text": "Is the authority on strategic decisions about operations in their area"}], "competency": "expertise", "definition": "Commands one area completely, and counts in the company as its professional authority, with wide expertise and knowledge that is hard to find elsewhere.", "opportunities": []}, {"links": [], "skills": ["Planning communication", "Facilitating across teams", "Linking work to company goals"], "behaviours": [{"key": "coordination", "text": "Steers communication between the team and its stakeholders, and brings in whoever is needed at the moment they are needed"}, {"key": "technical-communication", "text": "Explains technical problems clearly, and shows plainly which company goals the work serves"}], "competency": "collaboration", "definition": "Works out with colleagues from all over the company how systems function and fit together, and sees that it is written down.", "opportunities": []}, {"links": [], "skills": ["Setting goals for a team", "Developing people", "Representing the team"], "behaviours": [{"key": "achievement", "text": "Achievement and outcomes: decides which results to aim for, plans the way there and follows the plan, so that personal goals are met"}, {"key": "teamwork", "text": "Teamwork and collaboration: works as part of a whole, backs others up, contributes something of worth, communicates well and moves the goals of the team forward, knowing when a partner can help and how to bring one in"}, {"key": "mentorship", "text": "Leadership and mentoring: shows new colleagues by example how things are done, and takes a newcomer under their wing where it fits"}], "competency": "impact", "definition": "Reaches goals, both alone and as part of a team.", "opportunities": ["Events", "Projects", "Interviews", "Trainings", "Speaking engagements"]}, {"links": [], "skills": ["Making strategy", "Planning across teams", "Managing outside dependencies", "Simplifying"], "behaviours": [{"key": "prioritisation", "text": "Makes complicated things simpler and puts first what matters most to the company"}, {"key": "wider-context", "text": "Keeps the wider company in view and thinks ahead to how projects may affect each other"}, {"key": "company-strategy", "text": "Is one of the main voices in shaping the strategy and the roadmap for the company''s operations over several years, even while much is uncertain"}, {"key": "vision", "text": "Decides where their areas should go, and takes people there"}], "competency": "execution", "definition": "Plans and delivers complicated projects that run for a long time and span teams or systems, even where they depend on outsiders.", "opportunities": []}, {"links": [], "skills": ["Leading people", "Coaching", "Organising events", "Building a culture of feedback"], "behaviours": [{"key": "culture-issues", "text": "Looks out for problems in our culture and solves them"}, {"key": "empathy", "text": "Feels with a colleague who is having a hard time, and helps to close the gap"}, {"key": "can-do", "text": "Makes people believe that it can be done, and thinks of the way to the goal before thinking of what stands in between"}, {"key": "offering-feedback", "text": "Tells others often and unasked what they do well and what they could do better"}, {"key": "self-awareness", "text": "Knows what they are good at and where they fall short"}, {"key": "growing-through-challenges", "text": "Sees a hard task as a chance to grow, and takes it on gladly"}], "competency": "leadership", "definition": "Answers for the culture of their team and has an effect on that of others, moves people to make it better too, and gets events going for learning and for culture.", "opportunities": []}]}], "scale": [{"key": "not-yet", "label": "Not yet", "meaning": "It does not show so far"}, {"key": "developing", "label": "Developing", "meaning": "It shows at times, or with help"}, {"key": "meeting", "label": "Meeting", "meaning": "It shows steadily, as the role asks"}, {"key": "exceeding", "label": "Exceeding", "meaning": "It goes well beyond what the role asks"}, {"key": "next-level", "label": "Working at the next level", "meaning": "It shows steadily, as the next role asks"}], "tracks": [{"key": "professional", "name": "Professional path", "leadsTo": ["ic", "management"]}, {"key": "ic", "name": "IC path", "leadsTo": []}, {"key": "management", "name": "Management path", "leadsTo": []}], "competencies": [{"key": "expertise", "name": "Professional expertise and business orientation", "aliases": ["professional expertise", "business orientation", "know-how"]}, {"key": "collaboration", "name": "Collaboration and communication", "aliases": ["communication", "collab", "comms"]}, {"key": "impact", "name": "Internal impact", "aliases": ["teamwork", "outcomes"]}, {"key": "execution", "name": "Execution", "aliases": ["delivery", "getting things done"]}, {"key": "leadership", "name": "Leadership and culture", "aliases": ["culture", "values"]}]}', '2026-11-29 01:39:42.177+00');
INSERT INTO public.person VALUES
	('01a224f5-440c-7277-85f6-a7d85cc59d5e', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0ADA', 'Ada Admin', 'Europe/London', 'en-GB', true, false, NULL, '2027-03-02 15:00:04.154+00', NULL, NULL, NULL, '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-a9ec752d2406', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0MIKA', 'Mika Manager', 'Europe/Stockholm', 'en-GB', false, false, NULL, '2027-03-02 15:00:04.154+00', 'team-leader', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2024-02-01', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-af1c7ea79142', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0NOOR', 'Noor Manager', 'America/New_York', 'en-US', false, false, NULL, '2027-03-02 15:00:04.154+00', 'team-leader', '01a224f5-440c-7277-85f6-a7d85cc59d5e', '2025-06-16', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-b1512bf099db', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0TEO', 'Teo Associate', 'Asia/Kolkata', 'en-GB', false, false, NULL, '2027-03-02 15:00:04.154+00', 'associate', '01a224f5-440c-7277-85f6-a9ec752d2406', '2026-03-02', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-b7c3d2426368', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0ROSA', 'Rosa Operations', 'Europe/Madrid', 'en-GB', false, false, NULL, '2027-03-02 15:00:04.154+00', 'manager', '01a224f5-440c-7277-85f6-a9ec752d2406', '2025-01-13', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-b90995598893', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0SORA', 'Sora Senior', 'America/New_York', 'en-US', false, false, NULL, '2027-03-02 15:00:04.154+00', 'senior', '01a224f5-440c-7277-85f6-af1c7ea79142', '2024-09-02', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440c-7277-85f6-bfaf2d0eaac1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0WREN', 'Wren Lead', 'America/Los_Angeles', 'en-US', false, false, NULL, '2027-03-02 15:00:04.154+00', 'professional-lead', '01a224f5-440c-7277-85f6-af1c7ea79142', '2023-11-20', '2027-03-02 15:00:04.154+00', NULL, NULL),
	('01a224f5-440d-72eb-993b-c24e8023efe1', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'U0KIT', 'Kit Newcomer', 'America/New_York', 'en-US', false, false, NULL, '2027-03-02 15:00:04.154+00', NULL, '01a224f5-440c-7277-85f6-af1c7ea79142', NULL, '2027-03-02 15:00:04.154+00', NULL, NULL);
INSERT INTO public.reading VALUES
	('01a224f5-54b1-75dc-8421-938d36307c18', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '793d33f9-bf88-49a8-bd64-9fce6effd115', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-51792d80c0a7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '00eb7522-6ae1-416b-ba9d-bb94c80d4b23', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-54648051832f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b91c0847-c3c2-485b-a2bb-5555de8aaf30', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-12-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-58a392b98147', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'e86a2644-5862-4b63-82df-22edda00870a', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-5d2a4dd137e6', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'dac2058f-1236-4175-8e3a-637e1a3c7222', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-63224257232f', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '58f6d840-2ce5-49ee-beb5-7656feb6c7b8', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-12-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-65c4034a6034', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '4b49bd76-cf68-4bcb-8d4d-add9eb721b0a', '01a224f5-440c-7277-85f6-af1c7ea79142', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-69f3b488fdea', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'bdebea42-d823-4d7e-8683-6f5201c41ad0', '01a224f5-440c-7277-85f6-af1c7ea79142', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-6f1ca93a0b70', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2a0fabdb-7d05-44b5-bb21-8e7b2b8120e7', '01a224f5-440c-7277-85f6-af1c7ea79142', 'brief', '2026-12-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-71d3c9ab1694', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'a5789615-0ae3-4515-b08b-7e82148039a8', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-773f7729e79c', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '980ea5e0-03d1-47ce-8572-294a2d9ea6de', '01a224f5-440c-7277-85f6-a9ec752d2406', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-7b7beda017dd', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'f78a3343-1999-4ffd-ac31-01704eace5e7', '01a224f5-440c-7277-85f6-af1c7ea79142', 'brief', '2026-12-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-7f14a84faf04', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '2fef0992-4303-4925-9066-15baf6815539', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-80a11e5a030d', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '826fa958-dbda-4ea9-a2b3-eda8a36c22cb', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-84c4bac71aa7', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '1766e59d-6e1e-4289-a59c-71ef43e1c45e', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-12-24 12:00:00+00'),
	('01a224f5-54b2-71cb-bebf-8a3829787468', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '5ae9d721-7031-423c-8233-19a852eb36fb', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-06-18 12:00:00+00'),
	('01a224f5-54b3-74ef-bfd7-3b9c9b4479eb', '01a224f5-3da2-744b-98dd-2ec88981d3ff', '29f6af55-3c7d-4773-ae29-28dce3217cdf', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-09-24 12:00:00+00'),
	('01a224f5-54b3-74ef-bfd7-3c24452aaeb3', '01a224f5-3da2-744b-98dd-2ec88981d3ff', 'b94c0b46-a64c-43ae-9e99-26dfc0537651', '01a224f5-440c-7277-85f6-a7d85cc59d5e', 'brief', '2026-12-24 12:00:00+00');
INSERT INTO public.workspace VALUES
	('01a224f5-3da2-744b-98dd-2ec88981d3ff', 'T0PLAYGROUND', 'Moss & Fern', 'quarterly', 1, '{1,2,3,4,5}', 21, 7, '{14,9,7}', '{14,7,1}', '2026-11-29 01:39:41.627+00');
ALTER TABLE ONLY public._prisma_migrations
    ADD CONSTRAINT _prisma_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.assessment_answer
    ADD CONSTRAINT assessment_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.check_in_answer
    ADD CONSTRAINT check_in_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cycle
    ADD CONSTRAINT cycle_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dispatch
    ADD CONSTRAINT dispatch_pkey PRIMARY KEY (workspace_id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT workspace_pkey PRIMARY KEY (id);
CREATE INDEX action_workspace_id_person_id_state_idx ON public.action USING btree (workspace_id, person_id, state);
CREATE INDEX action_workspace_id_state_due_on_idx ON public.action USING btree (workspace_id, state, due_on);
CREATE UNIQUE INDEX assessment_answer_assessment_id_competency_key_key ON public.assessment_answer USING btree (assessment_id, competency_key);
CREATE UNIQUE INDEX assessment_cycle_id_subject_id_author_id_key ON public.assessment USING btree (cycle_id, subject_id, author_id);
CREATE INDEX assessment_workspace_id_author_id_idx ON public.assessment USING btree (workspace_id, author_id);
CREATE UNIQUE INDEX check_in_answer_check_in_id_competency_key_key ON public.check_in_answer USING btree (check_in_id, competency_key);
CREATE UNIQUE INDEX check_in_assessment_id_key ON public.check_in USING btree (assessment_id);
CREATE UNIQUE INDEX check_in_cycle_id_person_id_key ON public.check_in USING btree (cycle_id, person_id);
CREATE INDEX check_in_workspace_id_person_id_idx ON public.check_in USING btree (workspace_id, person_id);
CREATE UNIQUE INDEX conversation_cycle_id_person_id_key ON public.conversation USING btree (cycle_id, person_id);
CREATE UNIQUE INDEX cycle_workspace_id_name_key ON public.cycle USING btree (workspace_id, name);
CREATE UNIQUE INDEX cycle_workspace_id_period_key ON public.cycle USING btree (workspace_id, period);
CREATE UNIQUE INDEX cycle_workspace_id_review_on_key ON public.cycle USING btree (workspace_id, review_on);
CREATE INDEX delivery_cycle_id_kind_step_recipient_id_idx ON public.delivery USING btree (cycle_id, kind, step, recipient_id);
CREATE INDEX delivery_recipient_id_cycle_id_kind_idx ON public.delivery USING btree (recipient_id, cycle_id, kind);
CREATE INDEX delivery_state_due_at_idx ON public.delivery USING btree (state, due_at);
CREATE UNIQUE INDEX delivery_workspace_id_key_key ON public.delivery USING btree (workspace_id, key);
CREATE UNIQUE INDEX evidence_person_id_slack_channel_id_slack_ts_key ON public.evidence USING btree (person_id, slack_channel_id, slack_ts);
CREATE INDEX evidence_workspace_id_person_id_happened_on_idx ON public.evidence USING btree (workspace_id, person_id, happened_on);
CREATE UNIQUE INDEX framework_version_workspace_id_hash_key ON public.framework_version USING btree (workspace_id, hash);
CREATE UNIQUE INDEX framework_version_workspace_id_number_key ON public.framework_version USING btree (workspace_id, number);
CREATE INDEX person_workspace_id_manager_id_idx ON public.person USING btree (workspace_id, manager_id);
CREATE UNIQUE INDEX person_workspace_id_slack_user_id_key ON public.person USING btree (workspace_id, slack_user_id);
CREATE INDEX person_workspace_id_time_zone_idx ON public.person USING btree (workspace_id, time_zone);
CREATE INDEX reading_workspace_id_check_in_id_idx ON public.reading USING btree (workspace_id, check_in_id);
CREATE UNIQUE INDEX workspace_slack_team_id_key ON public.workspace USING btree (slack_team_id);
ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversation(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment_answer
    ADD CONSTRAINT assessment_answer_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessment(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment_answer
    ADD CONSTRAINT assessment_answer_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES public.cycle(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES public.framework_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.check_in_answer
    ADD CONSTRAINT check_in_answer_check_in_id_fkey FOREIGN KEY (check_in_id) REFERENCES public.check_in(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.check_in_answer
    ADD CONSTRAINT check_in_answer_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessment(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES public.cycle(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES public.framework_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES public.cycle(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.cycle
    ADD CONSTRAINT cycle_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES public.framework_version(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public.cycle
    ADD CONSTRAINT cycle_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES public.cycle(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.dispatch
    ADD CONSTRAINT dispatch_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_check_in_id_fkey FOREIGN KEY (check_in_id) REFERENCES public.check_in(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.person(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id) ON UPDATE CASCADE ON DELETE CASCADE;
