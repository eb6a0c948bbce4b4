"""The files of deploy/ that need a container engine or systemd: what they name is there, and they agree with one another."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from dashboard import cli
from tests.serving import ROOT

DEPLOY = ROOT / "deploy"


def instructions(word: str) -> list[list[str]]:
    text = (DEPLOY / "Dockerfile").read_text().replace("\\\n", " ")
    return [shlex.split(line)[1:] for line in text.splitlines() if line.startswith(word + " ")]


def test_what_the_image_copies_is_there_and_not_left_out():
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = [name.rstrip("/") for words in instructions("COPY") if not words[0].startswith("--") for name in words[:-1]]
    assert not [name for name in copied if not (ROOT / name).exists()]
    assert set(copied) == kept


def test_the_image_runs_as_nobody_on_a_python_that_will_do():
    users = instructions("USER")
    assert users == [["10001"]]
    version = re.search(r"python:3\.(\d+)-slim", (DEPLOY / "Dockerfile").read_text())
    assert int(version[1]) >= int(re.search(r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text())[1])
    assert (ROOT / "requirements.txt").read_text().splitlines()[-1] == "-e ."


def test_the_ports_agree():
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    assert set(re.findall(r"(?:EXPOSE |--port\", \"|127\.0\.0\.1:)(\d+)", dockerfile)) == {"8501"}
    made = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert made["proxy"]["ports"] == [f"80:{re.search('listen (.*);', (DEPLOY / 'nginx.conf').read_text())[1]}"]
    replicas = re.findall(r"^server (\S+):8501 ", (DEPLOY / "replicas.compose.conf").read_text(), re.M)
    assert set(replicas) == set(made) - {"proxy"}


def test_compose_mounts_what_is_there_and_only_to_read():
    made = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    mounts = [mount.split(":") for service in made.values() for mount in service["volumes"]]
    assert not [source for source, _at, mode in mounts if not (DEPLOY / source).exists() or mode != "ro"]
    assert all(service["read_only"] and service["cap_drop"] == ["ALL"] for service in made.values())
    assert (DEPLOY / made["one"]["build"]["context"] / made["one"]["build"]["dockerfile"]).is_file()
    at = {Path(at).name: source for source, at, _mode in mounts}
    assert (at["nginx.conf"], at["replicas.conf"]) == ("./nginx.conf", "./replicas.compose.conf")


@pytest.mark.parametrize("command", ["Dockerfile", "daybook@.service", "replicas.conf"])
def test_the_command_that_starts_it_is_the_command_there_is(command):
    started = re.search(r"daybook\W+serve\b(.*)", (DEPLOY / command).read_text())[1]
    options = re.findall(r"--[a-z-]+", started)
    assert options
    assert set(options) <= {name for option in cli.serve.params for name in option.opts}


def test_every_setting_that_compose_passes_on_is_read():
    code = "".join(path.read_text() for path in (ROOT / "dashboard").rglob("*.py"))
    made = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["one"]["environment"]
    assert not [name for name in made if name.startswith("DAYBOOK_") and f'"{name}"' not in code]
