import type { Behaviour, Framework } from '../../src/domain/framework/framework.js';
import { indexOf } from '../../src/domain/role/position.js';

/** Every text of a ladder, as its roles ask it: each as often as it is asked. */
export function textsOf(framework: Framework): string[] {
  const index = indexOf(framework);
  const behaviour = ({ text, examples = [], links = [] }: Behaviour) => [
    ...[text, ...examples, ...links.flatMap(({ title, url }) => [title, url])],
  ];
  const texts = [
    framework.name,
    ...[framework.about].flatMap((about) => [
      ...[about?.title, about?.summary],
      ...(about?.sections ?? []).flatMap(({ title, text, points }) => [title, text, ...points]),
    ]),
    ...framework.tracks.flatMap(({ name, family, summary }) => [name, family, summary]),
    ...framework.competencies.flatMap(({ key, name, aliases, group, summary }) => [
      ...[name, ...aliases, group, summary],
      ...index
        .levels(key)
        .flatMap((level) => [...[level.name, level.text, ...level.behaviours.flatMap(behaviour)]]),
    ]),
    ...framework.roles.flatMap(({ key, title, level, aliases, summary }) => [
      ...[title, level, ...aliases, summary],
      ...index
        .expectations(key)
        .flatMap((one) => [
          ...[one.definition, ...one.behaviours.flatMap(behaviour)],
          ...[...one.opportunities, ...one.skills],
          ...one.links.flatMap(({ title, url }) => [title, url]),
        ]),
    ]),
  ];
  return texts.flatMap((text) => text || []);
}
