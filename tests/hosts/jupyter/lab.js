// JupyterLab from its own packages, with the widgets' manager and anywidget: what a notebook needs, and no more.
import { JupyterLab } from '@jupyterlab/application';
import * as base from '@jupyter-widgets/base';
import { IServiceManager } from '@jupyterlab/services';
import { PluginRegistry } from '@lumino/coreutils';
import application from '@jupyterlab/application-extension';
import apputils from '@jupyterlab/apputils-extension';
import cellToolbar from '@jupyterlab/cell-toolbar-extension';
import codemirror from '@jupyterlab/codemirror-extension';
import completer from '@jupyterlab/completer-extension';
import docmanager from '@jupyterlab/docmanager-extension';
import documentsearch from '@jupyterlab/documentsearch-extension';
import filebrowser from '@jupyterlab/filebrowser-extension';
import mainmenu from '@jupyterlab/mainmenu-extension';
import notebook from '@jupyterlab/notebook-extension';
import rendermime from '@jupyterlab/rendermime-extension';
import services from '@jupyterlab/services-extension';
import shortcuts from '@jupyterlab/shortcuts-extension';
import dark from '@jupyterlab/theme-dark-extension';
import light from '@jupyterlab/theme-light-extension';
import translation from '@jupyterlab/translation-extension';
import components from '@jupyterlab/ui-components-extension';
import 'styles';
import widgets from '@jupyter-widgets/jupyterlab-manager';

// Its file is written for a loader of AMD modules.
let anywidgetExports;
globalThis.define = (_needs, create) => (anywidgetExports = create(base));
await import('anywidget');

const anywidget = {
  id: 'anywidget:plugin',
  requires: [base.IJupyterWidgetRegistry],
  activate: (_app, known) =>
    known.registerWidget({ name: 'anywidget', version: '0.11.0', exports: anywidgetExports }),
  autoStart: true,
};

const registry = new PluginRegistry();
registry.registerPlugins(services.flat());
const serviceManager = await registry.resolveRequiredService(IServiceManager);
const lab = new JupyterLab({ pluginRegistry: registry, serviceManager, mimeExtensions: [] });
lab.registerPlugins(
  [
    ...[application, apputils, cellToolbar, codemirror, completer, docmanager, documentsearch],
    ...[filebrowser, mainmenu, notebook, rendermime, shortcuts, dark, light, translation],
    ...[components, widgets, anywidget],
  ].flat(),
);
globalThis.jupyterapp = lab;
await lab.start({ hostID: 'main' });
