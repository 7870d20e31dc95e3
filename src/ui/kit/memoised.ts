import { Component, type ComponentChild, type ComponentClass, createElement } from 'preact';

/** A component that renders again only when one of its props changes (by identity). It takes no children. */
export function memoised<P extends object>(draw: (props: P) => ComponentChild): ComponentClass<P> {
  return class Memoised extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof P>;
      return [...names].some((name) => this.props[name] !== next[name]);
    }
    override render(props: P): ComponentChild {
      return createElement(draw, props);
    }
  };
}
