"""What anywidget's Python side does, for machines that have its JavaScript alone: a comm for each widget, whose
messages are those of Jupyter's widget protocol (version 2.1), and a display that names it."""
import pathlib

import traitlets
from ipykernel.comm import Comm
from IPython import get_ipython

PROTOCOL = {"version": "2.1.0"}
widgets = {}


class AnyWidget(traitlets.HasTraits):
    _esm = ""

    def __init__(self, **values):
        super().__init__(**values)
        self._heard = {}
        esm = self._esm
        self._fixed = {
            "_model_module": "anywidget",
            "_model_name": "AnyModel",
            "_model_module_version": "~0.11.*",
            "_view_module": "anywidget",
            "_view_name": "AnyView",
            "_view_module_version": "~0.11.*",
            "_view_count": None,
            "_anywidget_id": type(self).__qualname__,
            "_esm": esm.read_text() if isinstance(esm, pathlib.Path) else esm,
        }
        self._comm = Comm(
            target_name="jupyter.widget",
            data={"state": self._state(), "buffer_paths": []},
            metadata=PROTOCOL,
        )
        self._comm.on_msg(self._on_message)
        self.observe(self._on_change, names=self._names())
        widgets[self._comm.comm_id] = self

    def _names(self):
        return list(self.traits(sync=True))

    def _state(self):
        return {**self._fixed, **{name: getattr(self, name) for name in self._names()}}

    def _send(self, method, state):
        self._comm.send({"method": method, "state": state, "buffer_paths": []})

    def _on_change(self, change):
        # What the page said itself is not said to it again.
        if change.name in self._heard and self._heard[change.name] == change.new:
            return
        self._send("update", {change.name: change.new})

    def _on_message(self, message):
        data = message["content"]["data"]
        if data["method"] == "update":
            self._heard = data["state"]
            self._send("echo_update", self._heard)
            for name, value in self._heard.items():
                if name in self._names():
                    setattr(self, name, value)
            self._heard = {}
        elif data["method"] == "request_state":
            self._send("update", self._state())

    def _repr_mimebundle_(self, **_):
        view = {"version_major": 2, "version_minor": 1, "model_id": self._comm.comm_id}
        return {
            "text/plain": type(self).__name__,
            "application/vnd.jupyter.widget-view+json": view,
        }


def _on_control(comm, _opened):
    """After a reload a page asks for all that is there."""

    @comm.on_msg
    def _(message):
        if message["content"]["data"]["method"] != "request_states":
            return
        states = {
            name: {
                "model_name": "AnyModel",
                "model_module": "anywidget",
                "model_module_version": "~0.11.*",
                "state": widget._state(),
            }
            for name, widget in widgets.items()
        }
        comm.send({"method": "update_states", "states": states, "buffer_paths": []})


get_ipython().kernel.comm_manager.register_target("jupyter.widget.control", _on_control)
