"""Asks for a name and greets."""

print(f"hello {input('Your name? ')}", flush=True)
