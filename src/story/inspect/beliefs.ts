/** What a component believes of those that it asks, how it comes to that, and whether it is true. */
import { inspector as words } from '../../messages/inspector.ts';
import type { ComponentView } from '../../simulator/view.ts';
import type { AppServer, BalancedServer, Component, Id, WebServer } from '../../topology/types.ts';
import { type InspectedLine, line, lineUnder, type Scene, span, truthOf } from './inspected.ts';

type Server = NonNullable<ComponentView['servers']>[number];

/** What isn't running believes nothing. */
export function beliefsOf(component: Component, now: ComponentView, scene: Scene): readonly InspectedLine[] {
  const believes =
    component.kind === 'load-balancer' || component.kind === 'web-server' || now.vrrp !== undefined;
  if (now.state !== 'up') return believes ? [line(words.nothing(now.state), 'dim')] : [];
  switch (component.kind) {
    case 'load-balancer':
      return component.servers.flatMap((own) => {
        const server = now.servers?.find(({ id }) => id === own.id);
        return server === undefined ? [] : serverLines(own, server, scene);
      });
    case 'web-server':
      return avoiding(component.upstream, now, scene);
    case 'app-server':
      return [...writing(component, now, scene), ...avoiding(databasesOf(component), now, scene)];
    case 'keepalived':
      return now.vrrp?.scriptFails === true ? [line(words.scriptFails, 'warn')] : [];
    default:
      return [];
  }
}

function serverLines(own: BalancedServer, server: Server, scene: Scene): readonly InspectedLine[] {
  const { id, believed, served } = server;
  const truth = truthOf(id, scene);
  const isTakenOut = believed === 'drain' || believed === 'maint';
  const isRight = isTakenOut || (believed === 'up') === (truth === 'up');
  const says = words.believed[believed];
  return [
    isRight
      ? line(words.right(id, says), believed === 'up' ? 'good' : 'warn')
      : line(words.wrong(id, says, truth), 'bad'),
    lineUnder(words.places(served, own.maxconn), served === own.maxconn ? 'warn' : 'dim'),
    ...checkLines(own, server, scene),
  ];
}

function checkLines(own: BalancedServer, server: Server, { view }: Scene): readonly InspectedLine[] {
  const { check, believed, checksFailed } = server;
  if (believed === 'maint') return check === undefined ? [] : [lineUnder(words.noChecksNow)];
  if (check === undefined) return [lineUnder(words.unchecked, 'warn')];
  const until = check.due - view.now;
  if (check.last === undefined) return [lineUnder(words.noCheckYet(span(Math.max(0, until))))];
  const { at, failure } = check.last;
  const next = until > 0 ? words.nextCheck(span(until)) : words.checksNow;
  const said = `${words.checked(span(view.now - at), failure)}; ${next}`;
  const counted =
    believed === 'down'
      ? words.goodChecks(own.rise)
      : checksFailed > 0
        ? words.failedChecks(checksFailed, own.fall)
        : '';
  return [
    lineUnder(said, failure === undefined ? 'dim' : 'warn'),
    ...(counted === '' ? [] : [lineUnder(counted, believed === 'down' ? 'dim' : 'warn')]),
  ];
}

function avoiding(
  asked: WebServer['upstream'] | readonly { readonly id: Id }[],
  now: ComponentView,
  scene: Scene,
): readonly InspectedLine[] {
  return asked.map(({ id }) => {
    const avoided = now.avoids?.find((each) => each.id === id);
    if (avoided !== undefined) {
      return line(words.avoids(id, span(Math.max(0, avoided.until - scene.view.now))), 'warn');
    }
    const truth = truthOf(id, scene);
    return truth === 'up' ? line(words.asks(id)) : line(words.asksInVain(id, truth), 'bad');
  });
}

function databasesOf({ reads }: AppServer): readonly { readonly id: Id }[] {
  return reads.map((id) => ({ id }));
}

function writing({ writes }: AppServer, { writesTo }: ComponentView, scene: Scene): readonly InspectedLine[] {
  if (writes === undefined) return [];
  if (writesTo === undefined) return [line(words.writesNowhere, 'bad')];
  const truth = truthOf(writesTo, scene);
  return [truth === 'up' ? line(words.writesTo(writesTo)) : line(words.writesInVain(writesTo, truth), 'bad')];
}
