"""Teach a small convolutional network the shapes of galaxies, in plain JAX.

    python train_jax.py --device auto|cpu|cuda

The network, its first weights, the optimiser and the batches are those of train_torch.py. It needs
nothing besides JAX and NumPy and runs with every JAX from 0.4.25 on.
"""

import os
import time

import experiment

experiment.end_quietly_when_interrupted()
wish = experiment.options("JAX")

# JAX would take three quarters of a GPU's memory at its first operation, and leave too little for a
# training beside it. XLA reads NPROC for the number of its threads on the processor.
os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
os.environ.setdefault("NPROC", str(experiment.threads()))

try:
    import jax
    import jax.numpy as jnp
    from jax import lax
except ImportError as error:
    experiment.stop(
        f"JAX cannot be imported here: {error}.",
        "Run this in the environment that has it: pixi run -e jax-cuda118 train")


def forward(weights, pictures):
    """Three rounds of convolution and pooling, the mean over the picture, one linear layer."""
    values = pictures[..., None]
    for kernel, bias in weights[:-1]:
        values = lax.conv_general_dilated(
            values, kernel, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
        values = jax.nn.relu(values + bias)
        count, height, width, channels = values.shape
        values = values.reshape(count, height // 2, 2, width // 2, 2, channels).max(axis=(2, 4))
    matrix, bias = weights[-1]
    return values.mean(axis=(1, 2)) @ matrix + bias


def cross_entropy(weights, pictures, kinds):
    chances = jax.nn.log_softmax(forward(weights, pictures))
    return -jnp.take_along_axis(chances, kinds[:, None], axis=1).mean()


def adam(weights, gradient, moments, step, rate):
    """Kingma and Ba's optimiser (2015), with the constants that PyTorch takes too."""
    first, second = moments
    first = jax.tree_util.tree_map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree_util.tree_map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)

    def move(weight, m, v):
        m = m / (1 - 0.9**step)
        v = v / (1 - 0.999**step)
        return weight - rate * m / (jnp.sqrt(v) + 1e-8)

    return jax.tree_util.tree_map(move, weights, first, second), (first, second)


@jax.jit
def train_step(weights, moments, pictures, kinds, places, step, rate, total):
    loss, gradient = jax.value_and_grad(cross_entropy)(weights, pictures[places], kinds[places])
    weights, moments = adam(weights, gradient, moments, step, rate)
    return weights, moments, loss, total + loss


@jax.jit
def right_answers(weights, pictures, kinds):
    return (forward(weights, pictures).argmax(axis=1) == kinds).sum()


def cuda_version():
    """The CUDA version that jaxlib was built with, such as 11.8, or None for a CPU build."""
    try:
        from jax._src.lib import cuda_versions

        number = cuda_versions.cuda_runtime_build_version()
        return f"{number // 1000}.{number % 1000 // 10}"
    except (ImportError, AttributeError):
        return None


def choose_device():
    if wish.device == "cpu":
        jax.config.update("jax_platforms", "cpu")
        return jax.devices()[0]
    try:
        return jax.devices("gpu")[0]
    except RuntimeError:
        if wish.device == "auto":
            return jax.devices("cpu")[0]
    if cuda_version() is None:
        experiment.stop(
            f"This JAX ({jax.__version__}) has a jaxlib without CUDA.",
            'Pin its build (jaxlib = { version = "*", build = "*cuda118*" }), or run with --device cpu.')
    experiment.stop(
        f"JAX was built for CUDA {cuda_version()} but finds no GPU here.",
        "See whether nvidia-smi lists one, or run with --device cpu.")


def main():
    device = choose_device()
    jax.config.update("jax_default_device", device)
    on_gpu = device.platform != "cpu"
    name = f"cuda:{device.id}" if on_gpu else "cpu"
    experiment.line(
        event="start", framework="jax", version=jax.__version__, cuda=cuda_version() or "none",
        epochs=wish.epochs, steps_per_epoch=wish.train_size // experiment.BATCH, device=name,
        device_name=device.device_kind if on_gpu else experiment.processor_name(),
        threads=None if on_gpu else experiment.threads())

    training, test = experiment.pictures(wish.train_size)
    pictures, kinds = (jax.device_put(array, device) for array in training)
    test = [jax.device_put(array, device) for array in test]

    # JAX convolves fastest with the channels last: a kernel is (3, 3, in, out).
    *kernels, last = experiment.first_weights(wish.seed)
    weights = [(jnp.asarray(kernel.transpose(2, 3, 1, 0)), jnp.asarray(bias)) for kernel, bias in kernels]
    weights.append((jnp.asarray(last[0].T), jnp.asarray(last[1])))
    moments = tuple(jax.tree_util.tree_map(jnp.zeros_like, weights) for _ in range(2))
    # What is bound to the device from the beginning does not make the second step compile again.
    weights, moments, nothing = jax.device_put((weights, moments, jnp.zeros(())), device)
    steps = wish.epochs * (wish.train_size // experiment.BATCH)
    throughput = experiment.Throughput()
    step = 0

    def figures():
        peak = experiment.peak_resident_bytes()
        if on_gpu:
            peak = (device.memory_stats() or {}).get("peak_bytes_in_use")
        return dict(
            device=name, elapsed=experiment.elapsed(), images=throughput.images,
            peak_memory_bytes=peak)

    def accuracy():
        right = sum(
            right_answers(weights, test[0][start : start + 250], test[1][start : start + 250])
            for start in range(0, experiment.TEST_SIZE, 250))
        return int(right) / experiment.TEST_SIZE

    for epoch in range(1, wish.epochs + 1):
        total = nothing
        order = experiment.batches(wish.train_size, wish.seed, epoch)
        for places in order:
            began = time.perf_counter()
            step += 1
            rate = experiment.learning_rate(step, steps)
            weights, moments, loss, total = train_step(
                weights, moments, pictures, kinds, places, float(step), rate, total)
            loss.block_until_ready()
            throughput.add(len(places), time.perf_counter() - began)
            if step % experiment.STEPS_PER_LINE == 0:
                experiment.line(
                    epoch=epoch, step=step, loss=float(loss),
                    images_per_second=throughput.of_line())
        result = dict(loss=float(total) / len(order), accuracy=accuracy())
        experiment.line(
            epoch=epoch, step=step, **result, images_per_second=throughput.of_epoch(), **figures())

    experiment.line(
        event="end", epochs=wish.epochs, step=step, **result,
        images_per_second=throughput.of_all(), **figures())


if __name__ == "__main__":
    main()
