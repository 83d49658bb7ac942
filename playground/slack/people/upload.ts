import type { UploadFile, UploadResult } from '../../contract.js';
import type { Core } from '../core.js';
import { notDispatched } from './results.js';

/** Stores a file of a person's; the app hears of it where a form has it. */
export async function uploadFile(
  core: Core,
  { as, name, text }: UploadFile,
): Promise<UploadResult> {
  const { id: user } = core.store.person(as);
  return { ...notDispatched(), fileId: core.store.addFile({ name, user, content: text }).id };
}
