import type { Id } from '../../topology/types.ts';
import { inspectComponent } from './inspect-component.ts';
import { inspectCertificate, inspectHost, inspectLink } from './inspect-others.ts';
import type { Inspected, Scene } from './inspected.ts';

/** Everything that can be looked at by one name, in the order of the file: components, hosts, certificates. */
export function inspectable({ topology }: Pick<Scene, 'topology'>): readonly Id[] {
  const { components, hosts, certificates } = topology;
  return [
    ...components.map(({ id }) => id),
    ...hosts.map(({ id }) => id),
    ...certificates.map(({ name }) => name),
  ];
}

/** What is to be told of a component, a host, a certificate, or of a link by its two ends; undefined: no such thing. */
export function inspect(names: readonly string[], scene: Scene): Inspected | undefined {
  const { components, hosts, certificates } = scene.topology;
  const [name = '', other] = names;
  if (other !== undefined) return inspectLink(name, other, scene);
  const component = components.find(({ id }) => id === name);
  if (component !== undefined) return inspectComponent(component, scene);
  const host = hosts.find(({ id }) => id === name);
  if (host !== undefined) return inspectHost(host, scene);
  const certificate = certificates.find((each) => each.name === name);
  return certificate && inspectCertificate(certificate, scene);
}
