import { BarChartOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The three panels of the legal review and the panel that says why it is needed. */
export const legalReviewWeb = defineWebPlugin({
  id: 'legal-review',
  taskForms: {
    review: lazyComponent(async () => (await import('./ReviewTask')).ReviewTask),
    signature: lazyComponent(async () => (await import('./SignatureTask')).SignatureTask),
    decision: lazyComponent(async () => (await import('./DecisionTask')).DecisionTask),
  },
  parts: { caseBasis: lazyComponent(async () => (await import('./BasisPanel')).BasisPanel) },
  pages: [
    {
      path: 'review-statistics',
      permission: 'legal-review.statistics',
      navigation: { textKey: 'statistics.title', icon: BarChartOutlined, order: 55 },
      load: async () => (await import('./StatisticsPage')).StatisticsPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
