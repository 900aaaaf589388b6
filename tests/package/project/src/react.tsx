import 'convolution-playground/react';

export const lesson = (
  <conv-playground
    state="s=2"
    hide="header"
    lang="en"
    play
    onconv-change={({ state }) => state.length}
  >
    <a href="https://example.org/">the playground</a>
  </conv-playground>
);
// @ts-expect-error: a state is a text
export const wrong = <conv-playground state={2} />;
