"""learnlead: a command-line coach for leaders who want to lead the learning of others."""

__version__ = "0.2.0"
