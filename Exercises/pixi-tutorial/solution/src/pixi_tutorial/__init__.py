"""Empty: what you write here can be imported as pixi_tutorial."""
