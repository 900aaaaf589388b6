import HtmlWebpackPlugin from 'html-webpack-plugin';

export default {
  entry: './src/main.js',
  output: { path: `${import.meta.dirname}/dist-webpack`, clean: true },
  performance: false,
  plugins: [
    new HtmlWebpackPlugin({
      templateContent:
        '<!doctype html><html lang="en"><title>A project</title><link rel="icon" href="data:,"><conv-playground loading="eager"></conv-playground></html>',
    }),
  ],
};
