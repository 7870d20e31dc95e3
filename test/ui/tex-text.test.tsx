// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { TexText } = await import('../../src/ui/paper/tex-text');
const { draw } = setUpScreen();

test('a formula is drawn as MathML and named in plain text; a price and a name stay text', async () => {
  await draw(
    <p>
      <TexText
        text={'An $\\mathcal{O}(K^{2/3})$ bound for A_B costs $5 and $7, \\emph{at most} $\\unknown$'}
        words={['bound']}
      />
    </p>,
  );
  await waitFor(() => expect(document.querySelector('math')).toBeTruthy());
  const math = document.querySelector('math');
  expect(math?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  expect(math?.getAttribute('aria-label')).toBe('O(K^(2/3))');
  expect(math?.querySelector('msup')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  expect(document.querySelectorAll('math')).toHaveLength(1);
  expect(document.querySelector('mark')?.textContent).toBe('bound');
  expect(document.body.textContent).toContain('for A_B costs $5 and $7, at most $\\unknown$');
  await expectAccessible();
});
