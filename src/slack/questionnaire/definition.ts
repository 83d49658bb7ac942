import type { KnownBlock } from '@slack/types';
import type { Framework, Role } from '../../domain/framework/framework.js';
import type { Answer, Edit } from '../../domain/questionnaire/answers.js';
import type { CheckInPage } from '../../domain/questionnaire/pages.js';
import type { Sheet } from '../../domain/questionnaire/sheets.js';
import type { Context } from '../../services/context.js';
import type { PageEdit } from '../../services/questionnaire/index.js';
import type { SlackContext } from '../bolt/context.js';
import type { Field } from './fields.js';

/** A check-in or an assessment, as far as its windows show it. */
export interface Questionnaire {
  id: string;
  state: 'draft' | 'submitted' | 'revealed';
  framework: Framework;
  role: Role;
  pages: readonly CheckInPage[];
  /** By competency key. */
  answers: ReadonlyMap<string, Answer>;
  /** Where to resume, from 0; `pages.length` is the last page. */
  page: number;
}

/** The types of one feature's questionnaire. */
export interface Types {
  questionnaire: Questionnaire;
  /** The ids of the questionnaire; the services authorise every use. */
  ref: object;
  lastPage: { editedAt: Date | undefined };
  refusal: string;
}

export type Change<T extends Types> = { done: true } | { done: false; because: T['refusal'] };

/** What a feature hands in: all in which a check-in and an assessment differ. */
export interface Definition<T extends Types> {
  /** What the questionnaire's id is called in metadata. */
  idName: 'checkInId' | 'assessmentId';
  actionIds: {
    choose: string;
    type: string;
    /** Leaves for the page in the button's value. */
    go: string;
    /** Shows an answer's whole text in a window of its own. */
    readAll: string;
    /** The inputs of the last page. */
    lastPage: readonly string[];
  };
  callbackIds: {
    page: string;
    lastPage: string;
    /** Views without a form: loading, submitted, not possible, failed. */
    notice: string;
  };
  texts: Texts;
  service: Service<T>;
  refOf(author: { workspaceId: string; personId: string }, id: string): T['ref'];
  lastPageOf(questionnaire: T['questionnaire']): T['lastPage'];
  /** The heading of a sheet, which is about `what`. */
  heading(questionnaire: T['questionnaire'], what: string): KnownBlock;
  /** What the role asks in a competency; in short, below its name, where it is one of several. */
  expectation(page: CheckInPage, questionnaire: T['questionnaire'], among: number): KnownBlock[];
  /** The blocks on a sheet besides the expectations and the inputs. */
  page(
    slack: SlackContext,
    questionnaire: T['questionnaire'],
    sheet: Sheet,
  ): Promise<{ introduction: KnownBlock[]; aside: KnownBlock[] }>;
  /** The blocks on the last page besides the answers. */
  lastPage(questionnaire: T['questionnaire']): {
    head: KnownBlock[];
    questions: KnownBlock[];
    whoSeesIt: string;
  };
  /** The window that asks once more before submitting; left out where the last page is enough. */
  confirm?: {
    callbackId: string;
    /** At most 24 characters. */
    title: string;
    blocks(questionnaire: T['questionnaire']): KnownBlock[];
  };
  /** Reads the changes in the inputs of the last page, by block id. */
  readLastPage(fields: ReadonlyMap<string, Field>): Omit<Edit<T['lastPage']>, 'editedAt'>;
  /** The next step after submitting, also `already` before; and the text of its last page. */
  submitted(
    questionnaire: T['questionnaire'],
    already: boolean,
  ): { next: KnownBlock[]; lastPage: KnownBlock[] };
  /** Why nothing was saved or submitted, what is still there, and what to do next. Plain text. */
  refusalText(
    because: T['refusal'],
    read: () => Promise<T['questionnaire']>,
  ): string | Promise<string>;
  /** Refusals after which the author may read nothing but their own words. */
  closedRefusals: readonly T['refusal'][];
}

interface Texts {
  /** At most 24 characters, with " · page 12 of 34" after it. */
  title: string;
  choice: string;
  /** Where Slack says "(optional)": what the choice is needed for. */
  choiceHint: string;
  text: string;
  textHint: string;
  /** The button that submits. */
  submit: string;
  /** "before you …" */
  submitVerb: string;
  /** "Nothing is sent yet": the fact where pages are still open. */
  nothingYet: string;
  /** Heads the answers on the last page. */
  answers: string;
  /** Heads the answers after they were submitted. */
  submitted: string;
  submitFailed: string;
}

interface Service<T extends Types> {
  read(context: Context, ref: T['ref']): Promise<T['questionnaire']>;
  goTo(context: Context, ref: T['ref'], page: number): Promise<Change<T>>;
  savePage: Save<T, readonly PageEdit[]>;
  saveLastPage: Save<T, Edit<T['lastPage']>>;
  submit(context: Context, ref: T['ref'], edit?: Edit<T['lastPage']>): Promise<Change<T>>;
}

type Save<T extends Types, E> = (
  context: Context,
  ref: T['ref'],
  edit: E,
  options?: { goTo?: number | undefined },
) => Promise<Change<T>>;
