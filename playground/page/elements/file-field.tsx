import { paths, type UploadResult } from '../../contract.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';
import { useSurface } from '../live/surface.js';
import type { ElementProps } from './element.js';

/** A file, with the browser's own picker; it is uploaded when it is chosen. */
export function FileField({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const { me } = useRoom();
  const send = async (file: File | undefined) => {
    const text = await file?.text();
    if (!file || text === undefined) return surface.take(blockId, element.action_id, null);
    const body = { as: me.id, name: file.name, text };
    const { fileId } = await post<UploadResult>(paths.upload, body);
    return surface.take(blockId, element.action_id, fileId ? [fileId] : null);
  };
  return (
    <input
      id={field?.id}
      class="text-input"
      type="file"
      aria-label={field ? undefined : label}
      aria-describedby={field?.describedBy}
      onChange={(event) => void send(event.currentTarget.files?.[0])}
    />
  );
}
