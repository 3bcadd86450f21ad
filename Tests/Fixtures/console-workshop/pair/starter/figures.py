"""Prints the lines a training prints, at once and with figures it was given."""

import sys

EPOCHS = 4
loss, accuracy, speed = (float(word) for word in sys.argv[1:])
print(f"event=start framework=none epochs={EPOCHS} steps_per_epoch=10 device=cpu", flush=True)
for epoch in range(1, EPOCHS + 1):
    print(
        f"epoch={epoch} step={epoch * 10} loss={loss + EPOCHS - epoch:.3f} accuracy={accuracy:.3f} "
        f"images_per_second={speed:.0f} device=cpu elapsed={epoch}.0", flush=True)
print(f"figures of {sys.argv[1]} are complete", flush=True)
