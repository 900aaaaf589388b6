"""Serves a JupyterLab that build.mjs has bundled: server.py <its folder> <the notebooks' folder> <port>."""
import pathlib
import sys

from jupyterlab_server import LabServerApp
from traitlets import Unicode

lab, notebooks = (str(pathlib.Path(each).resolve()) for each in sys.argv[1:3])


class Lab(LabServerApp):
    name = "lab"
    load_other_extensions = False
    app_name = "JupyterLab"
    app_version = "4"
    static_dir = Unicode(f"{lab}/static")
    templates_dir = Unicode(f"{lab}/templates")
    themes_dir = Unicode(f"{lab}/themes")
    schemas_dir = Unicode(f"{lab}/schemas")
    app_settings_dir = Unicode(f"{lab}/settings")
    user_settings_dir = Unicode(f"{lab}/user-settings")
    workspaces_dir = Unicode(f"{lab}/workspaces")
    listings_url = Unicode("/lab/api/listings")


def _jupyter_server_extension_points():
    return [{"module": __name__, "app": Lab}]


Lab.launch_instance(
    [
        f"--ServerApp.root_dir={notebooks}",
        "--ServerApp.token=",
        "--ServerApp.allow_root=True",
        "--ServerApp.open_browser=False",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={sys.argv[3]}",
        "--ServerApp.port_retries=0",
        "--ServerApp.disable_check_xsrf=True",
    ]
)
