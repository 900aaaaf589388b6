import 'convolution-playground/vue';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['conv-playground']>['$props'];
export const props: Props = { state: 's=2', hide: 'header' };
// @ts-expect-error: a state is a text
export const wrong: Props = { state: 2 };
